package dev.roamlab.conformance.checks.versions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The versions list: where every connection starts. Spec: version_information_endpoint_version_information_endpoint. */
@Checks(module = CatalogueModule.VERSIONS)
final class VersionsListCheck {
    private static final Set<String> KNOWN = Set.of("2.0", "2.1", "2.1.1", "2.2", "2.2.1", "2.3.0");

    /** The run began with it: without this answer there would be no run. */
    @Proves(
            value = {"VER-001", "VER-007", "VER-009"},
            stage = Stage.FINAL)
    void versions_are_listed_for_token_a(Probe probe) {
        for (WireExchange answer : lists(probe)) {
            probe.claim("VER-001")
                    .on(answer)
                    .holds(answer.accepted(), "HTTP 200 and status_code 1000", answer.outcome());
            if (answer.accepted()) {
                probe.claim("VER-007")
                        .on(answer)
                        .at("/data")
                        .holds(
                                answer.data().isArray() && !answer.data().isEmpty(),
                                "an array with at least one version",
                                answer.data());
                probe.claim("VER-009")
                        .on(answer)
                        .at("/data")
                        .holds(
                                numbers(answer).contains(probe.version().spelling()),
                                probe.version().spelling() + " in the list",
                                numbers(answer));
            }
        }
    }

    @Proves("VER-003")
    void other_methods_change_nothing(Probe probe) {
        OtherMethods.tried(probe, "VER-003", probe.published().versionsUrl());
    }

    @Proves("VER-004")
    void asking_again_and_again_changes_nothing(Probe probe) {
        Set<Set<String>> seen = new HashSet<>();
        WireExchange last = null;
        for (int i = 0; i < 10; i++) {
            last = probe.get(probe.published().versionsUrl()).send();
            seen.add(entries(last));
        }
        probe.claim("VER-004")
                .on(last)
                .holds(seen.size() == 1, "the same versions ten times", seen.size() + " different lists: " + seen);
    }

    @Proves("VER-005")
    void versions_and_details_stay_after_registration(Probe probe) {
        WireExchange list = probe.get(probe.published().versionsUrl()).send();
        probe.claim("VER-005")
                .on(list)
                .holds(list.accepted(), "HTTP 200 and status_code 1000 with TOKEN_C", list.outcome());
        WireExchange details = probe.get(probe.published()
                        .details(probe.version())
                        .orElseThrow(() -> probe.skip(
                                "the versions list has no " + probe.version().spelling())))
                .send();
        probe.claim("VER-005")
                .on(details)
                .holds(details.accepted(), "HTTP 200 and status_code 1000 with TOKEN_C", details.outcome());
    }

    @Proves(
            value = {"VER-029", "VER-031"},
            stage = Stage.FINAL)
    void version_numbers_are_known_ones(Probe probe) {
        for (WireExchange answer : lists(probe)) {
            List<String> numbers = numbers(answer);
            if (numbers.isEmpty()) {
                continue;
            }
            List<String> odd =
                    numbers.stream().filter(number -> !isKnownOrLater(number)).toList();
            probe.claim("VER-029")
                    .on(answer)
                    .at("/data")
                    .holdsOrWarns(odd.isEmpty(), "version numbers as published", odd);
            boolean outdated = numbers.contains("2.1") && !numbers.contains("2.1.1")
                    || numbers.contains("2.2") && numbers.stream().noneMatch(number -> number.compareTo("2.2.1") >= 0);
            probe.claim("VER-031").on(answer).at("/data").holds(!outdated, "2.1.1 for 2.1, 2.2.1 for 2.2", numbers);
        }
    }

    private static boolean isKnownOrLater(String number) {
        return KNOWN.contains(number) || number.matches("\\d+\\.\\d+(\\.\\d+)?") && number.compareTo("2.3.0") > 0;
    }

    private static List<WireExchange> lists(Probe probe) {
        return Readings.of(probe, probe.published().versionsUrl());
    }

    private static List<String> numbers(WireExchange answer) {
        List<String> numbers = new ArrayList<>();
        answer.data().forEach(entry -> numbers.add(entry.path("version").asText()));
        return numbers;
    }

    private static Set<String> entries(WireExchange answer) {
        Set<String> entries = new HashSet<>();
        for (JsonNode entry : answer.data()) {
            entries.add(entry.path("version").asText() + " " + entry.path("url").asText());
        }
        return entries;
    }
}
