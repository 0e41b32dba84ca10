package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs to render: one of each kind, with every ending and the characters that renderings stumble over. */
final class Runs {
    static final Instant START = Instant.parse("2026-03-01T10:00:00.250Z");
    static final String NASTY = "a;b#c \"d\" 'e' <f> & {g} | h `i` %%j\nend \u0007 \\ é ⚡";

    private Runs() {}

    static Run scenarios() {
        return RunBuilder.builder()
                .kind(RunKind.SCENARIO)
                .title("Roaming story")
                .subject(new Subject("lab", List.of("2.2.1", "2.3.0"), Optional.empty()))
                .startedAt(START)
                .seed(42)
                .notes(List.of("Plays on LOC-1: the first location with a connector that a tariff names."))
                .inputs(List.of(inputWithRefusals()))
                .results(List.of(passedScenario(), failedScenario(), brokenScenario()))
                .exchanges(List.of(
                        ocpp(1, "Authorize", "station:CP-1", "cpo"),
                        ocpi(2, "POST tokens authorize", "cpo", "emsp", "200"),
                        ocpp(3, "MeterValues", "station:CP-1", "cpo"),
                        ocpp(4, "MeterValues", "station:CP-1", "cpo"),
                        ocpi(5, "POST cdrs " + NASTY, "cpo", "emsp", "200"),
                        unanswered(6)))
                .build();
    }

    static Run conformance() {
        return RunBuilder.builder()
                .kind(RunKind.CONFORMANCE)
                .title("Conformance of a CPO")
                .subject(new Subject("cpo", List.of("2.2.1"), Optional.of("http://127.0.0.1:9/ocpi/versions")))
                .suiteVersion(Optional.of("0.1.0"))
                .startedAt(START)
                .seed(7)
                .results(Stream.concat(
                                Verdict.of(RunKind.CONFORMANCE).stream().map(Runs::requirement),
                                Stream.of(knownFailure()))
                        .toList())
                .exchanges(List.of(ocpi(17, "POST credentials", "suite", "cpo", "200")))
                .build();
    }

    /** Everything that a stranger's system could send, as markup that does harm when it is taken for markup. */
    static Run hostile() {
        String evil = "</script><img src=x onerror=hacked=1><script>hacked=1</script><!-- \u2028 \ud83d";
        RequirementResult failed = conformance().requirements().get(1);
        return RunBuilder.builder(conformance())
                .title(evil)
                .results(List.of(RequirementResultBuilder.builder(failed)
                        .title(evil)
                        .message(evil + "x".repeat(500))
                        .deviations(List.of(new Deviation(
                                evil, evil, Optional.of(17L), List.of(evil, "/" + evil), Optional.of(evil))))
                        .build()))
                .exchanges(List.of(ocpi(17, evil, evil, "javascript:hacked=1", evil)))
                .build();
    }

    private static Result knownFailure() {
        return RequirementResultBuilder.builder(requirement(Verdict.FAILED))
                .requirement("CRED-009")
                .version("2.3.0")
                .title("Rule that fails as the baseline says")
                .expectedFailure(true)
                .build();
    }

    private static RequirementResult requirement(Verdict verdict) {
        boolean exercised = verdict != Verdict.NOT_EXERCISED && verdict != Verdict.NOT_OBSERVABLE;
        return RequirementResultBuilder.builder()
                .requirement((verdict == Verdict.WARNED ? "TAR-" : "CRED-")
                        + String.format("%03d", Verdict.of(RunKind.CONFORMANCE).indexOf(verdict)))
                .version("2.2.1")
                .module(verdict == Verdict.WARNED ? "tariffs" : "credentials")
                .title("Rule that ended " + verdict.words())
                .layer(verdict == Verdict.INCONCLUSIVE ? Layer.INTEROP : Layer.SPEC)
                .level(verdict == Verdict.WARNED ? "SHOULD" : "MUST")
                .verdict(verdict)
                .check(exercised ? Optional.of("credentials.RegistrationCheck.rule") : Optional.empty())
                .message(verdict == Verdict.PASSED ? "" : "expected HTTP 405, got 200")
                .took(Duration.ofMillis(12))
                .deviations(verdict == Verdict.FAILED ? List.of(deviation()) : List.of())
                .notes(verdict == Verdict.PASSED ? List.of("one page only: 3 objects") : List.of())
                .watchlist(verdict == Verdict.WARNED)
                .text(Optional.of(text(verdict)))
                .exchanges(verdict == Verdict.FAILED ? List.of(17L) : List.of())
                .build();
    }

    private static Deviation deviation() {
        return DeviationBuilder.builder()
                .expected("HTTP 405")
                .actual("200 " + NASTY)
                .exchange(Optional.of(17L))
                .highlights(List.of("/status_code", "Content-Type"))
                .curl(Optional.of("curl -X POST 'http://127.0.0.1:9/ocpi/credentials'"))
                .build();
    }

    static RequirementText text(Verdict verdict) {
        return RequirementTextBuilder.builder()
                .section("credentials_credentials_endpoint")
                .statement("A server that knows the party already answers HTTP 405.")
                .obliged("server")
                .side("receiver")
                .testable("wire")
                .why(Optional.of("A second registration would replace the token of the first."))
                .readings(verdict == Verdict.WARNED ? List.of("It must.", "It may.") : List.of())
                .build();
    }

    private static Input inputWithRefusals() {
        return InputBuilder.builder()
                .file("locations.json")
                .objects("locations")
                .taken(98)
                .refused(2)
                .refusals(List.of(
                        new Refusal(12, 3, "/coordinates/latitude", "at most 10 characters", "52.37021600001"),
                        new Refusal(40, 1, "/evses/0/status", "must be one of EVSE's | statuses", "WEIRD|`x`")))
                .build();
    }

    private static ScenarioResult passedScenario() {
        return scenario(
                "authorization",
                "2.2.1",
                Verdict.PASSED,
                List.of(
                        step(1, "Anna holds her card to the reader", Verdict.PASSED, List.of(1L, 2L)),
                        step(2, "The car charges", Verdict.PASSED, List.of(3L, 4L))));
    }

    private static ScenarioResult failedScenario() {
        StepResult failed = StepResultBuilder.builder(
                        step(1, "The bill arrives: " + NASTY, Verdict.FAILED, List.of(5L)))
                .expectations(List.of(
                        new Expectation("the eMSP holds the CDR", true, "1", "1"),
                        new Expectation("its total is right", false, "4.10 " + NASTY, "4.50")))
                .build();
        return scenario(
                "cdr", "2.3.0", Verdict.FAILED, List.of(failed, step(2, "Anna pays", Verdict.SKIPPED, List.of())));
    }

    private static ScenarioResult brokenScenario() {
        StepResult broken = StepResultBuilder.builder(step(1, "The station boots", Verdict.BROKEN, List.of(6L)))
                .message(Optional.of("cpo did not answer within 5 s"))
                .build();
        return scenario("boot", "2.3.0", Verdict.BROKEN, List.of(broken));
    }

    static ScenarioResult scenario(String name, String version, Verdict verdict, List<StepResult> steps) {
        return ScenarioResultBuilder.builder()
                .scenario(name)
                .title("Story of " + name)
                .version(version)
                .verdict(verdict)
                .took(Duration.ofMillis(1_500))
                .steps(steps)
                .build();
    }

    static StepResult step(int number, String sentence, Verdict verdict, List<Long> exchanges) {
        return StepResultBuilder.builder()
                .number(number)
                .sentence(sentence)
                .verdict(verdict)
                .took(Duration.ofMillis(40))
                .exchanges(exchanges)
                .build();
    }

    static Exchange ocpp(long id, String operation, String from, String to) {
        return exchange(
                id,
                Protocol.OCPP,
                operation,
                from,
                to,
                Optional.of(new Message("CALLRESULT", Map.of(), "[3,\"1\",{}]")));
    }

    static Exchange ocpi(long id, String operation, String from, String to, String status) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Request-ID", "r-" + id);
        headers.put("Content-Type", "application/json");
        return exchange(
                id,
                Protocol.OCPI,
                operation,
                from,
                to,
                Optional.of(new Message(status, headers, "{\"status_code\":1000}")));
    }

    private static Exchange unanswered(long id) {
        Exchange sent = exchange(id, Protocol.OCPP, "BootNotification", "station:CP-1", "cpo", Optional.empty());
        return new Exchange(
                sent.id(),
                sent.protocol(),
                sent.version(),
                sent.operation(),
                sent.from(),
                sent.to(),
                sent.correlationId(),
                sent.labTime(),
                sent.wallTime(),
                sent.took(),
                sent.request(),
                Optional.empty(),
                Optional.of("timed out after 5 s"),
                List.of("asked twice"));
    }

    private static Exchange exchange(
            long id, Protocol protocol, String operation, String from, String to, Optional<Message> response) {
        return new Exchange(
                id,
                protocol,
                protocol == Protocol.OCPI ? "2.2.1" : "1.6",
                operation,
                from,
                to,
                "corr-" + id,
                START.plusSeconds(id),
                START.plusMillis(id),
                Duration.ofNanos(1_234_567),
                new Message("CALL", Map.of(), "{}"),
                response,
                Optional.empty(),
                List.of());
    }
}
