package dev.roamlab.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code results.json}, of this program or an earlier one, back into a run without its exchanges. */
public final class ResultsJsonReader {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    private ResultsJsonReader() {}

    /**
     * The run that a document holds; members that this program does not know are passed over.
     *
     * @throws IllegalArgumentException when it is no results.json of a format known here; the message says where
     */
    public static Run read(String json) {
        try {
            return run(JsonPlace.root(MAPPER.readTree(json)));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("not JSON: " + noJson.getOriginalMessage(), noJson);
        }
    }

    private static Run run(JsonPlace root) {
        long format = root.number("format");
        if (format != ResultsJson.FORMAT) {
            throw new IllegalArgumentException("/format: " + format + ", this program reads " + ResultsJson.FORMAT
                    + "; use the one that wrote it");
        }
        RunKind kind = root.oneOf("kind", RunKind.values(), RunKind::spelling);
        Subject subject = subject(root.object("subject"));
        return RunBuilder.builder()
                .kind(kind)
                .title(root.text("title"))
                .subject(subject)
                .suiteVersion(root.optionalText("suite_version"))
                .startedAt(startedAt(root.text("started_at")))
                .seed(root.number("seed"))
                .notes(root.texts("notes"))
                .inputs(root.objects("inputs", ResultsJsonReader::input))
                .results(root.objects(
                        "results",
                        result -> kind == RunKind.SCENARIO ? scenario(result) : requirement(result, subject)))
                .build();
    }

    private static Subject subject(JsonPlace subject) {
        return new Subject(subject.text("role"), subject.texts("versions"), subject.optionalText("url"));
    }

    private static Instant startedAt(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("/started_at: \"" + text + "\" is no time in UTC", noTime);
        }
    }

    /** The first files of this format had no version, module and title: one version per run, modules by their prefix. */
    private static Result requirement(JsonPlace result, Subject subject) {
        String id = result.text("requirement");
        return new RequirementResult(
                id,
                result.optionalText("version").orElse(String.join(", ", subject.versions())),
                result.optionalText("module")
                        .orElseGet(() -> id.replaceAll("-[^-]*$", "").toLowerCase(Locale.ROOT)),
                result.optionalText("title").orElse(""),
                result.oneOf("layer", Layer.values(), Layer::spelling),
                result.text("level"),
                verdict(result, RunKind.CONFORMANCE),
                result.optionalText("check"),
                result.text("message"),
                took(result),
                result.objects("deviations", ResultsJsonReader::deviation),
                result.texts("notes"),
                flag(result, "watchlist"),
                flag(result, "expected_failure"),
                result.node().has("text") ? Optional.of(text(result.object("text"))) : Optional.empty(),
                result.numbers("exchanges"));
    }

    private static Deviation deviation(JsonPlace deviation) {
        return new Deviation(
                deviation.text("expected"),
                deviation.text("actual"),
                deviation.optionalNumber("exchange"),
                deviation.texts("highlights"),
                deviation.optionalText("curl"));
    }

    private static RequirementText text(JsonPlace text) {
        return new RequirementText(
                text.text("section"),
                text.text("statement"),
                text.text("obliged"),
                text.text("interface"),
                text.text("testable"),
                text.optionalText("why"),
                text.texts("readings"));
    }

    private static Result scenario(JsonPlace result) {
        return new ScenarioResult(
                result.text("scenario"),
                result.text("title"),
                result.text("version"),
                verdict(result, RunKind.SCENARIO),
                took(result),
                result.optionalText("message"),
                result.objects("steps", ResultsJsonReader::step));
    }

    private static StepResult step(JsonPlace step) {
        return new StepResult(
                (int) step.number("step"),
                step.text("sentence"),
                verdict(step, RunKind.SCENARIO),
                took(step),
                step.optionalText("message"),
                step.objects("expectations", ResultsJsonReader::expectation),
                step.numbers("exchanges"));
    }

    private static Expectation expectation(JsonPlace expectation) {
        return new Expectation(
                expectation.text("expectation"),
                expectation.flag("met"),
                expectation.text("expected"),
                expectation.text("actual"));
    }

    private static Input input(JsonPlace input) {
        return new Input(
                input.text("file"),
                input.text("objects"),
                input.number("taken"),
                input.number("refused"),
                input.objects("refusals", ResultsJsonReader::refusal));
    }

    private static Refusal refusal(JsonPlace refusal) {
        return new Refusal(
                refusal.number("line"),
                refusal.number("column"),
                refusal.text("pointer"),
                refusal.text("rule"),
                refusal.text("value"));
    }

    private static Verdict verdict(JsonPlace place, RunKind kind) {
        List<Verdict> verdicts = Verdict.of(kind);
        return place.oneOf("verdict", verdicts.toArray(new Verdict[0]), Verdict::spelling);
    }

    private static boolean flag(JsonPlace place, String name) {
        return place.node().has(name) && place.flag(name);
    }

    private static Duration took(JsonPlace place) {
        return place.node().has("seconds")
                ? Duration.ofMillis(place.decimal("seconds").multiply(MILLIS).longValue())
                : Duration.ZERO;
    }
}
