package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A conformance run as large as they come, with a bit of everything, the same each time. */
final class LargeRun {
    static final int RESULTS = 1_500;
    static final int EXCHANGES = 5_000;

    private static final List<String> MODULES = List.of(
            "versions",
            "credentials",
            "transport",
            "types",
            "status_codes",
            "locations",
            "tariffs",
            "tokens",
            "sessions",
            "cdrs",
            "commands");
    private static final String LOCATION = """
            {"data":[{"country_code":"NL","party_id":"ABC","id":"LOC-%1$d","publish":true,"name":"Zonnekaai %1$d","address":\
            "Zonnekaai 12","city":"Gent","country":"BEL","coordinates":{"latitude":"51.047599","longitude":"3.729944"},"evses":\
            [{"uid":"3256-%1$d","evse_id":"BE*BEC*E0415040%1$d","status":"AVAILABLE","connectors":[{"id":"1","standard":\
            "IEC_62196_T2","format":"CABLE","power_type":"AC_3_PHASE","max_voltage":230,"max_amperage":16,"tariff_ids":["11"],\
            "last_updated":"2026-03-01T10:00:00Z"}],"last_updated":"2026-03-01T10:00:00Z"}],"time_zone":"Europe/Brussels",\
            "last_updated":"yesterday"}],"status_code":1000,"timestamp":"2026-03-01T10:00:00Z"}""";

    private final Random random = new Random(1);

    static Run conformance() {
        LargeRun large = new LargeRun();
        List<Result> results = new ArrayList<>();
        for (String version : List.of("2.2.1", "2.3.0")) {
            for (int number = 0; number < RESULTS / 2; number++) {
                results.add(large.result(version, number));
            }
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (int id = 1; id <= EXCHANGES; id++) {
            exchanges.add(exchange(id));
        }
        return RunBuilder.builder(Runs.conformance())
                .title("Conformance of Example Charging's CPO platform")
                .subject(new Subject(
                        "cpo", List.of("2.2.1", "2.3.0"), Optional.of("https://ocpi.example.com/cpo/versions")))
                .results(results)
                .exchanges(exchanges)
                .build();
    }

    private Result result(String version, int number) {
        String module = MODULES.get(number * MODULES.size() / (RESULTS / 2));
        Verdict verdict = verdict();
        boolean deviates = verdict == Verdict.FAILED || verdict == Verdict.WARNED;
        return RequirementResultBuilder.builder()
                .requirement(
                        module.substring(0, 3).toUpperCase(java.util.Locale.ROOT) + "-" + String.format("%03d", number))
                .version(version)
                .module(module)
                .title(
                        number % 3 == 0
                                ? "Every page of the list carries a Link to the next one, and the last page carries none"
                                : "last_updated is an RFC 3339 time in UTC")
                .layer(number % 40 == 0 ? Layer.INTEROP : Layer.SPEC)
                .level(verdict == Verdict.WARNED ? "SHOULD" : number % 9 == 0 ? "MAY" : "MUST")
                .verdict(verdict)
                .check(Optional.of(module + ".SenderCheck.last_updated_is_a_time"))
                .message(
                        deviates
                                ? "last_updated of location LOC-7 is no time"
                                : verdict == Verdict.PASSED ? "" : "The list was empty.")
                .took(Duration.ofMillis(random.nextInt(900)))
                .deviations(deviates ? List.of(deviation(number)) : List.of())
                .expectedFailure(verdict == Verdict.FAILED && number % 2 == 0)
                .watchlist(verdict == Verdict.WARNED)
                .text(Optional.of(RequirementTextBuilder.builder(Runs.text(verdict))
                        .statement(
                                "Each object tells when it last changed, as a time in UTC; a receiver orders changes by it.")
                        .build()))
                .exchanges(List.of(1L + random.nextInt(EXCHANGES), 1L + random.nextInt(EXCHANGES), 1L + number * 6))
                .build();
    }

    private Deviation deviation(int number) {
        return DeviationBuilder.builder()
                .expected("a time such as 2026-03-01T10:00:00Z")
                .actual("yesterday")
                .exchange(Optional.of(1L + number * 6))
                .highlights(List.of("/data/0/last_updated", "/data/0/owner/name", "X-Total-Count", "Link"))
                .curl(
                        Optional.of(
                                "curl -H 'Authorization: Token …' 'https://ocpi.example.com/cpo/2.2.1/locations?offset=0&limit=50'"))
                .build();
    }

    private Verdict verdict() {
        int dice = random.nextInt(100);
        return dice < 2
                ? Verdict.FAILED
                : dice < 4
                        ? Verdict.WARNED
                        : dice < 5
                                ? Verdict.ERROR
                                : dice < 15
                                        ? Verdict.INCONCLUSIVE
                                        : dice < 18
                                                ? Verdict.NOT_APPLICABLE
                                                : dice < 22
                                                        ? Verdict.NOT_OBSERVABLE
                                                        : dice < 23 ? Verdict.SKIPPED : Verdict.PASSED;
    }

    private static Exchange exchange(int id) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Token token#1f3a9c");
        headers.put("X-Request-ID", "6f1c-" + id);
        boolean refused = id % 97 == 0;
        return new Exchange(
                id,
                Protocol.OCPI,
                "2.2.1",
                id % 3 == 0 ? "PATCH sessions" : "GET locations",
                id % 3 == 0 ? "cpo" : "suite",
                id % 3 == 0 ? "suite" : "cpo",
                "corr-" + id,
                Runs.START.plusMillis(id * 20L),
                Runs.START.plusMillis(id * 20L),
                Duration.ofMillis(id % 50),
                new Message("GET https://ocpi.example.com/cpo/2.2.1/locations?offset=" + id, headers, ""),
                Optional.of(
                        new Message(refused ? "500" : "200", Map.of("X-Total-Count", "17"), LOCATION.formatted(id))),
                Optional.empty(),
                List.of());
    }
}
