package dev.roamlab.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code junit.xml}: the format that build servers read. A scenario is a suite and its steps are the cases; a module is
 * a suite and its requirements are the cases. A warning is a passed case with a line in the suite's output.
 */
public final class JunitXml {
    private JunitXml() {}

    /** The run as an XML document that follows the strict form of the Ant JUnit schema. */
    public static String render(Run run) {
        Xml xml = new Xml();
        xml.open("testsuites", Map.of());
        List<Suite> suites = run.kind() == RunKind.SCENARIO
                ? run.scenarios().stream().map(JunitXml::suite).toList()
                : modules(run);
        for (int id = 0; id < suites.size(); id++) {
            write(xml, run, suites.get(id), id);
        }
        xml.close("testsuites");
        return xml.toString();
    }

    /** One case; {@code verdict} decides which element it holds. */
    private record Case(String name, String className, Verdict verdict, Duration took, String message, String detail) {}

    private record Suite(String name, List<Case> cases) {
        long count(Verdict.Weight weight) {
            return cases.stream().filter(of -> of.verdict().weight() == weight).count();
        }
    }

    private static Suite suite(ScenarioResult result) {
        String name = result.scenario() + " (OCPI " + result.version() + ")";
        List<Case> cases = new ArrayList<>(result.steps().stream()
                .map(step -> new Case(
                        step.number() + ". " + step.sentence(),
                        result.scenario(),
                        step.verdict(),
                        step.took(),
                        message(step),
                        detail(step)))
                .toList());
        // A scenario can end badly outside its steps; a suite whose cases all passed would hide that.
        Verdict ofSteps = Verdict.heaviest(cases.stream().map(Case::verdict).toList());
        if (cases.isEmpty() || result.verdict().weight().compareTo(ofSteps.weight()) > 0) {
            String message = result.message().orElse("");
            cases.add(new Case(result.title(), result.scenario(), result.verdict(), Duration.ZERO, message, ""));
        }
        return new Suite(name, cases);
    }

    private static String message(StepResult step) {
        return step.message()
                .or(() -> step.expectations().stream()
                        .filter(expectation -> !expectation.met())
                        .map(expectation -> expectation.sentence() + ": expected " + expectation.expected() + ", got "
                                + expectation.actual())
                        .findFirst())
                .orElse("");
    }

    private static String detail(StepResult step) {
        return step.expectations().stream()
                .filter(expectation -> !expectation.met())
                .map(expectation -> expectation.sentence() + "\n  expected: " + expectation.expected()
                        + "\n  actual:   " + expectation.actual())
                .collect(Collectors.joining("\n"));
    }

    private static List<Suite> modules(Run run) {
        Map<String, List<RequirementResult>> byModule = run.requirements().stream()
                .collect(Collectors.groupingBy(
                        result -> result.module() + " (OCPI " + result.version() + ")",
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byModule.entrySet().stream()
                .map(module -> new Suite(
                        module.getKey(),
                        module.getValue().stream().map(JunitXml::ofRequirement).toList()))
                .toList();
    }

    private static Case ofRequirement(RequirementResult result) {
        return new Case(
                result.requirement() + " " + result.title(),
                result.check().orElse(result.layer().spelling() + "." + result.module()),
                result.counted(),
                result.took(),
                (result.isExpectedFailure() ? "expected failure: " : "") + result.message(),
                detail(result));
    }

    private static String detail(RequirementResult result) {
        Stream<String> deviations = result.deviations().stream()
                .map(deviation -> "expected: " + deviation.expected() + "\nactual:   " + deviation.actual()
                        + deviation.curl().map(curl -> "\n" + curl).orElse(""));
        Stream<String> exchanges =
                result.exchanges().isEmpty() ? Stream.of() : Stream.of("exchanges: " + result.exchanges());
        return Stream.concat(deviations, exchanges).collect(Collectors.joining("\n"));
    }

    private static void write(Xml xml, Run run, Suite suite, int id) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", suite.name());
        attributes.put("package", "roamlab." + run.kind().spelling());
        attributes.put("id", id);
        attributes.put("hostname", "localhost");
        attributes.put("timestamp", timestamp(run.startedAt()));
        attributes.put("tests", suite.cases().size());
        attributes.put("failures", suite.count(Verdict.Weight.FINDING));
        attributes.put("errors", suite.count(Verdict.Weight.TROUBLE));
        attributes.put("skipped", suite.count(Verdict.Weight.SILENT));
        Duration took = suite.cases().stream().map(Case::took).reduce(Duration.ZERO, Duration::plus);
        attributes.put("time", ResultsJson.seconds(took).toPlainString());
        xml.open("testsuite", attributes);
        properties(xml, run);
        suite.cases().forEach(of -> write(xml, of));
        String warnings = suite.cases().stream()
                .filter(of -> of.verdict() == Verdict.WARNED)
                .map(of -> "warned: " + of.name() + ": " + of.message() + "\n")
                .collect(Collectors.joining());
        xml.element("system-out", Map.of(), warnings);
        xml.element("system-err", Map.of(), "");
        xml.close("testsuite");
    }

    private static void properties(Xml xml, Run run) {
        xml.open("properties", Map.of());
        xml.element("property", named("seed", Long.toString(run.seed())), "");
        xml.element("property", named("role", run.subject().role()), "");
        xml.element("property", named("versions", String.join(",", run.subject().versions())), "");
        xml.close("properties");
    }

    private static void write(Xml xml, Case of) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", of.name());
        attributes.put("classname", of.className());
        attributes.put("time", ResultsJson.seconds(of.took()).toPlainString());
        if (of.verdict().weight() == Verdict.Weight.CLEAN) {
            xml.element("testcase", attributes, "");
            return;
        }
        xml.open("testcase", attributes);
        Map<String, Object> why = new LinkedHashMap<>();
        why.put("message", of.message().isEmpty() ? of.verdict().words() : of.message());
        switch (of.verdict().weight()) {
            case SILENT -> {
                why.put("message", of.verdict().words() + (of.message().isEmpty() ? "" : ": " + of.message()));
                xml.element("skipped", why, "");
            }
            case FINDING -> xml.element("failure", typed(why, of), of.detail());
            case TROUBLE -> xml.element("error", typed(why, of), of.detail());
            case CLEAN -> throw new IllegalStateException("written above");
        }
        xml.close("testcase");
    }

    private static Map<String, Object> typed(Map<String, Object> why, Case of) {
        why.put("type", of.verdict().spelling());
        return why;
    }

    private static Map<String, Object> named(String name, String value) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("value", value);
        return attributes;
    }

    /** The schema wants local time without a zone; ours is UTC. */
    private static String timestamp(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }
}
