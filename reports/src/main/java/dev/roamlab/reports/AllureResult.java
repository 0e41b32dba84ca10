package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results of a run in Allure's model. */
final class AllureResult {
    private final Run run;
    private final Map<Long, Exchange> exchanges;

    AllureResult(Run run) {
        this.run = run;
        this.exchanges =
                run.exchanges().stream().collect(Collectors.toMap(Exchange::id, Function.identity(), (a, b) -> a));
    }

    TestResult of(Result result) {
        if (result instanceof ScenarioResult scenario) {
            return scenario(scenario);
        }
        if (result instanceof RequirementResult requirement) {
            return requirement(requirement);
        }
        throw new IllegalStateException("no rendering for " + result.getClass());
    }

    private TestResult requirement(RequirementResult result) {
        List<Label> labels = new ArrayList<>(labels(result.version(), result.module()));
        labels.add(label("story", result.text().map(RequirementText::section).orElse(result.module())));
        labels.add(label("severity", severity(result.level())));
        labels.add(label("tag", result.layer().spelling()));
        labels.add(label("tag", result.level()));
        marks(result).forEach(mark -> labels.add(label("tag", mark)));
        return test(result, result.requirement() + " " + result.title(), result.took())
                .setFullName(result.check().orElse(result.module() + "." + result.requirement()))
                .setLabels(labels)
                .setDescription(AllureDescription.of(result))
                .setSteps(result.deviations().stream().map(this::deviation).toList())
                .setAttachments(attachments(result.exchanges()));
    }

    private static List<String> marks(RequirementResult result) {
        List<String> marks = new ArrayList<>();
        if (result.verdict() == Verdict.WARNED) {
            marks.add("warned");
        }
        if (result.watchlist()) {
            marks.add("watchlist");
        }
        if (result.isExpectedFailure()) {
            marks.add("known-failure");
        }
        return marks;
    }

    private TestResult scenario(ScenarioResult result) {
        return test(result, result.title(), result.took())
                .setFullName(result.scenario())
                .setLabels(labels(result.version(), result.scenario()))
                .setSteps(result.steps().stream().map(this::step).toList());
    }

    /** What both kinds have: who it is over many runs, when it ran, how it ended. */
    private TestResult test(Result result, String name, Duration took) {
        String identity = result.name() + "@" + result.version();
        long start = began(result).toEpochMilli();
        return new TestResult()
                .setUuid(uuid(identity))
                .setHistoryId(uuid(run.subject().role() + ":" + identity))
                .setTestCaseId(uuid(result.name()))
                .setName(name)
                .setStatus(status(result.verdict()))
                .setStatusDetails(details(result))
                .setStage(Stage.FINISHED)
                .setStart(start)
                .setStop(start + took.toMillis());
    }

    private Instant began(Result result) {
        return result.exchanges().stream()
                .flatMap(id -> Optional.ofNullable(exchanges.get(id)).stream())
                .map(Exchange::wallTime)
                .findFirst()
                .orElse(run.startedAt());
    }

    private static StatusDetails details(Result result) {
        boolean known = result instanceof RequirementResult of && of.isExpectedFailure();
        String words = result.verdict().words();
        String message = result.reason();
        return new StatusDetails()
                .setKnown(known)
                .setMuted(known)
                .setMessage(
                        result.verdict() == Verdict.PASSED
                                ? message
                                : message.isEmpty() ? words : words + ": " + message);
    }

    /** A warning is a pass that says something; what says nothing about the system is skipped, with the reason. */
    private static Status status(Verdict verdict) {
        if (verdict == Verdict.FAILED) {
            return Status.FAILED;
        }
        return switch (verdict.weight()) {
            case CLEAN, FINDING -> Status.PASSED;
            case TROUBLE -> Status.BROKEN;
            case SILENT -> Status.SKIPPED;
        };
    }

    private StepResult deviation(Deviation deviation) {
        return new StepResult()
                .setName("expected " + deviation.expected() + ", got " + deviation.actual())
                .setStatus(Status.FAILED)
                .setStage(Stage.FINISHED)
                .setAttachments(attachments(deviation.exchange().stream().toList()));
    }

    private StepResult step(dev.roamlab.reports.StepResult step) {
        return new StepResult()
                .setName(step.number() + ". " + step.sentence())
                .setStatus(status(step.verdict()))
                .setStage(Stage.FINISHED)
                .setStatusDetails(new StatusDetails().setMessage(step.message().orElse("")))
                .setSteps(step.expectations().stream()
                        .map(AllureResult::expectation)
                        .toList())
                .setAttachments(attachments(step.exchanges()));
    }

    private static StepResult expectation(Expectation expectation) {
        String difference =
                expectation.met() ? "" : ": expected " + expectation.expected() + ", got " + expectation.actual();
        return new StepResult()
                .setName(expectation.sentence() + difference)
                .setStatus(expectation.met() ? Status.PASSED : Status.FAILED)
                .setStage(Stage.FINISHED);
    }

    private List<Attachment> attachments(List<Long> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(exchanges.get(id)).stream())
                .map(exchange -> new Attachment()
                        .setName("#%d %s, %s → %s: %s"
                                .formatted(
                                        exchange.id(),
                                        exchange.operation(),
                                        exchange.from(),
                                        exchange.to(),
                                        SequenceDiagram.answer(exchange)))
                        .setType("text/plain")
                        .setSource(AllureResults.attachment(exchange)))
                .toList();
    }

    private static List<Label> labels(String version, String module) {
        String epic = "OCPI " + version;
        return List.of(
                label("epic", epic),
                label("feature", module),
                label("parentSuite", epic),
                label("suite", module),
                label("framework", "roamlab"));
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static String severity(String level) {
        return switch (level) {
            case "MUST" -> "critical";
            case "SHOULD" -> "normal";
            default -> "minor";
        };
    }

    private static String uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
