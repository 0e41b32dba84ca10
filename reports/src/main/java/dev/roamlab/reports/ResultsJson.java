package dev.roamlab.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code results.json}: the versioned contract for programs, described in docs/results-json.md. */
public final class ResultsJson {
    static final int FORMAT = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ResultsJson() {}

    /** The run as a JSON document; the same run gives the same bytes. */
    public static String render(Run run) {
        return text(tree(run));
    }

    static ObjectNode tree(Run run) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT).put("kind", run.kind().spelling());
        root.set("subject", subject(run.subject()));
        root.put("title", run.title());
        run.suiteVersion().ifPresent(version -> root.put("suite_version", version));
        root.put("started_at", run.startedAt().toString()).put("seed", run.seed());
        root.set("summary", summary(run.summary()));
        if (run.kind() == RunKind.CONFORMANCE) {
            root.put("expected_failures", run.expectedFailures());
            root.set("layers", totals(run.byLayer(), Layer::spelling));
            root.set("modules", totals(run.byModule(), module -> module));
        }
        if (!run.notes().isEmpty()) {
            root.set("notes", texts(run.notes()));
        }
        root.set("results", list(run.results(), ResultsJson::result));
        if (!run.inputs().isEmpty()) {
            root.set("inputs", list(run.inputs(), ResultsJson::input));
        }
        return root;
    }

    private static JsonNode subject(Subject subject) {
        ObjectNode node = NODES.objectNode().put("role", subject.role());
        ArrayNode versions = node.putArray("versions");
        subject.versions().forEach(versions::add);
        subject.url().ifPresent(url -> node.put("url", url));
        return node;
    }

    private static JsonNode summary(Map<Verdict, Long> summary) {
        ObjectNode node = NODES.objectNode();
        summary.forEach((verdict, count) -> node.put(verdict.spelling(), count));
        return node;
    }

    private static <K> JsonNode totals(Map<K, Map<Verdict, Long>> totals, Function<K, String> spelling) {
        ObjectNode node = NODES.objectNode();
        totals.forEach((key, counts) -> node.set(spelling.apply(key), summary(counts)));
        return node;
    }

    private static JsonNode result(Result result) {
        if (result instanceof ScenarioResult scenario) {
            return scenario(scenario);
        }
        if (result instanceof RequirementResult requirement) {
            return requirement(requirement);
        }
        throw new IllegalStateException("no rendering for " + result.getClass());
    }

    private static JsonNode requirement(RequirementResult result) {
        ObjectNode node = NODES.objectNode()
                .put("requirement", result.requirement())
                .put("version", result.version())
                .put("module", result.module())
                .put("title", result.title())
                .put("layer", result.layer().spelling())
                .put("level", result.level())
                .put("verdict", result.verdict().spelling());
        result.check().ifPresent(check -> node.put("check", check));
        node.put("message", result.message()).put("seconds", seconds(result.took()));
        node.set("deviations", list(result.deviations(), ResultsJson::deviation));
        node.set("notes", texts(result.notes()));
        node.put("watchlist", result.watchlist()).put("expected_failure", result.expectedFailure());
        result.text().ifPresent(text -> node.set("text", requirementText(text)));
        node.set("exchanges", ids(result.exchanges()));
        return node;
    }

    private static JsonNode deviation(Deviation deviation) {
        ObjectNode node =
                NODES.objectNode().put("expected", deviation.expected()).put("actual", deviation.actual());
        deviation.exchange().ifPresent(id -> node.put("exchange", id));
        node.set("highlights", texts(deviation.highlights()));
        deviation.curl().ifPresent(curl -> node.put("curl", curl));
        return node;
    }

    private static JsonNode requirementText(RequirementText text) {
        ObjectNode node = NODES.objectNode()
                .put("section", text.section())
                .put("statement", text.statement())
                .put("obliged", text.obliged())
                .put("interface", text.side())
                .put("testable", text.testable());
        text.why().ifPresent(why -> node.put("why", why));
        node.set("readings", texts(text.readings()));
        return node;
    }

    private static JsonNode scenario(ScenarioResult result) {
        ObjectNode node = NODES.objectNode()
                .put("scenario", result.scenario())
                .put("title", result.title())
                .put("version", result.version())
                .put("verdict", result.verdict().spelling())
                .put("seconds", seconds(result.took()));
        result.message().ifPresent(message -> node.put("message", message));
        node.set("steps", list(result.steps(), ResultsJson::step));
        return node;
    }

    private static JsonNode step(StepResult step) {
        ObjectNode node = NODES.objectNode()
                .put("step", step.number())
                .put("sentence", step.sentence())
                .put("verdict", step.verdict().spelling())
                .put("seconds", seconds(step.took()));
        step.message().ifPresent(message -> node.put("message", message));
        node.set("expectations", list(step.expectations(), ResultsJson::expectation));
        node.set("exchanges", ids(step.exchanges()));
        return node;
    }

    private static JsonNode expectation(Expectation expectation) {
        return NODES.objectNode()
                .put("expectation", expectation.sentence())
                .put("met", expectation.met())
                .put("expected", expectation.expected())
                .put("actual", expectation.actual());
    }

    private static JsonNode input(Input input) {
        ObjectNode node = NODES.objectNode()
                .put("file", input.file())
                .put("objects", input.objects())
                .put("taken", input.taken())
                .put("refused", input.refused());
        node.set("refusals", list(input.refusals(), ResultsJson::refusal));
        return node;
    }

    private static JsonNode refusal(Refusal refusal) {
        return NODES.objectNode()
                .put("line", refusal.line())
                .put("column", refusal.column())
                .put("pointer", refusal.pointer())
                .put("rule", refusal.rule())
                .put("value", refusal.value());
    }

    private static <T> ArrayNode list(Collection<T> items, Function<T, JsonNode> rendering) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(rendering.apply(item)));
        return array;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ArrayNode ids(List<Long> ids) {
        ArrayNode array = NODES.arrayNode();
        ids.forEach(array::add);
        return array;
    }

    /** Seconds with three decimals at most. */
    static BigDecimal seconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis()).divide(BigDecimal.valueOf(1000), 3, RoundingMode.HALF_UP);
    }

    static String text(JsonNode root) {
        // Line feeds on every system, so that two machines write the same bytes.
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain nodes", impossible);
        }
    }
}
