package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.credentials.Newcomer;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.PlatformSetup;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireHeaders.Field;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Headers of answers: message ids, routing, and how request headers are read. Spec: transport_and_format_unique_message_ids. */
@Checks(module = CatalogueModule.TRANSPORT)
final class MessageIdCheck {
    @Proves(
            value = {"TRN-128", "TRN-131", "TRN-132"},
            stage = Stage.FINAL)
    void answers_repeat_the_message_ids(Probe probe) {
        for (WireExchange answer : Messages.answers(probe)) {
            if (answer.status() / 100 == 4 && answer.ocpiStatus().isEmpty()) {
                // Something in front of the system may have answered for it: a made-up URL need not reach it.
                continue;
            }
            boolean error = answer.status() / 100 != 2 || !answer.accepted();
            repeats(probe, answer, "X-Request-ID", error ? "TRN-132" : "TRN-128");
            repeats(probe, answer, "X-Correlation-ID", error ? "TRN-132" : "TRN-131");
        }
    }

    private static void repeats(Probe probe, WireExchange answer, String header, String id) {
        List<String> sent = answer.requestHeaders().all(header);
        // A server that is away (proxy errors) has not seen the request.
        if (sent.size() == 1 && answer.status() < 500) {
            List<String> received = answer.responseHeaders().all(header);
            probe.claim(id).on(answer).at(header).holds(received.equals(sent), header + ": " + sent.get(0), received);
        }
    }

    @Proves("TRN-134")
    void ids_need_not_be_uuids(Probe probe) {
        WireExchange answer = probe.get(probe.published().versionsUrl())
                .header("X-Request-ID", "lab-7")
                .header("X-Correlation-ID", "run.42/step_3")
                .send();
        Claim claim = probe.claim("TRN-134").on(answer);
        claim.holds(answer.accepted(), "HTTP 200 and status_code 1000", answer.outcome());
        claim.at("X-Request-ID", "X-Correlation-ID")
                .holds(
                        answer.responseHeaders()
                                        .first("X-Request-ID")
                                        .filter("lab-7"::equals)
                                        .isPresent()
                                && answer.responseHeaders()
                                        .first("X-Correlation-ID")
                                        .filter("run.42/step_3"::equals)
                                        .isPresent(),
                        "both ids repeated",
                        answer.responseHeaders().all("X-Request-ID") + " "
                                + answer.responseHeaders().all("X-Correlation-ID"));
    }

    @Proves("TRN-015")
    void header_names_are_read_in_any_case(Probe probe) {
        List<String> outcomes = new ArrayList<>();
        WireExchange last = null;
        for (UnaryOperator<String> spelling : spellings()) {
            last = respelled(probe, probe.get(probe.published().versionsUrl()), spelling);
            outcomes.add(last.outcome());
            if (!Lists.modules(probe).isEmpty()) {
                WireExchange list =
                        respelled(probe, probe.list(Lists.modules(probe).get(0)).query("limit", "1"), spelling);
                probe.claim("TRN-015")
                        .on(list)
                        .holds(list.accepted(), "the same answer whatever the case of header names", list.outcome());
            }
        }
        probe.claim("TRN-015")
                .on(last)
                .holds(
                        outcomes.stream().distinct().count() == 1,
                        "the same answer whatever the case of header names",
                        outcomes);
    }

    private static List<UnaryOperator<String>> spellings() {
        return List.of(name -> name, name -> name.toLowerCase(Locale.ROOT), name -> name.toUpperCase(Locale.ROOT));
    }

    private static WireExchange respelled(Probe probe, Call call, UnaryOperator<String> spelling) {
        WireExchange answer = call.spelled(spelling).send();
        String sent = answer.requestHeaders().first("X-Request-ID").orElse("");
        probe.claim("TRN-015")
                .on(answer)
                .at("X-Request-ID")
                .holds(
                        answer.responseHeaders()
                                .first("X-Request-ID")
                                .filter(sent::equals)
                                .isPresent(),
                        sent,
                        answer.responseHeaders().all("X-Request-ID"));
        return answer;
    }

    @Proves("TRN-023")
    void no_content_type_is_needed_without_a_body(Probe probe) {
        WireExchange versions = probe.get(probe.published().versionsUrl())
                .without("Content-Type")
                .send();
        probe.claim("TRN-023")
                .on(versions)
                .holds(versions.accepted(), "HTTP 200 and status_code 1000", versions.outcome());
        Lists.modules(probe).stream().findFirst().ifPresent(module -> {
            WireExchange list = probe.list(module)
                    .without("Content-Type")
                    .query("limit", "1")
                    .send();
            probe.claim("TRN-023").on(list).holds(list.accepted(), "HTTP 200 and status_code 1000", list.outcome());
        });
    }

    @Proves({"TRN-090", "TRN-095", "TRN-096", "TRN-097"})
    void functional_answers_are_routed_back(Probe probe) {
        List<Call> calls = new ArrayList<>();
        Lists.modules(probe).forEach(module -> calls.add(probe.list(module).query("limit", "1")));
        Sample sample = Sample.minimal(probe);
        if (probe.offers(sample.module(), Side.RECEIVER)) {
            calls.add(sample.call("PUT").body(sample.json()));
            calls.add(sample.call("GET"));
            calls.add(sample.call("PATCH")
                    .body(JsonNodeFactory.instance.objectNode().put("last_updated", sample.later())));
        }
        for (Call call : calls) {
            routedBack(probe, call.send());
        }
        lowerCase(probe);
        withoutRouting(probe);
    }

    private static void routedBack(Probe probe, WireExchange answer) {
        List<String> missing =
                List.of("OCPI-to-country-code", "OCPI-to-party-id", "OCPI-from-country-code", "OCPI-from-party-id")
                        .stream()
                        .filter(name -> !answer.responseHeaders().has(name))
                        .toList();
        Claim claim = probe.claim("TRN-090").on(answer);
        boolean single =
                probe.parties().size() <= 1 && probe.platform().parties().size() <= 1;
        if (!missing.isEmpty() && single) {
            // Between two platforms with one role each the headers may be left out (TRN-096).
            claim.notes("answers without routing headers, between two platforms of one party each");
        } else if (answer.status() / 100 == 2) {
            claim.holds(missing.isEmpty(), "the four routing headers", "without " + missing);
        }
        if (missing.isEmpty() && answer.status() == 200) {
            boolean swapped = same(answer, "to", "from") && same(answer, "from", "to");
            probe.claim("TRN-097").on(answer).holds(swapped, "TO and FROM of the request, swapped", routing(answer));
        }
    }

    private static boolean same(WireExchange answer, String inAnswer, String inRequest) {
        return List.of("country-code", "party-id").stream()
                .allMatch(part -> answer.responseHeaders()
                        .first("OCPI-" + inAnswer + "-" + part)
                        .orElse("")
                        .equalsIgnoreCase(answer.requestHeaders()
                                .first("OCPI-" + inRequest + "-" + part)
                                .orElse("?")));
    }

    private static List<Field> routing(WireExchange answer) {
        return answer.responseHeaders().fields().stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).startsWith("ocpi-"))
                .toList();
    }

    private static void lowerCase(Probe probe) {
        for (String module : Lists.modules(probe).stream().limit(1).toList()) {
            WireExchange upper = probe.list(module).query("limit", "1").send();
            Call call = probe.list(module).query("limit", "1");
            upper.requestHeaders().fields().stream()
                    .filter(field -> field.name().startsWith("OCPI-"))
                    .forEach(field -> call.header(field.name(), field.value().toLowerCase(Locale.ROOT)));
            WireExchange lower = call.send();
            probe.claim("TRN-095")
                    .on(lower)
                    .holds(lower.outcome().equals(upper.outcome()), upper.outcome(), lower.outcome());
        }
    }

    private static void withoutRouting(Probe probe) {
        boolean single = probe.credentials().path("roles").size() == 1
                && probe.platform().parties().size() == 1;
        if (single && !Lists.modules(probe).isEmpty()) {
            WireExchange answer = probe.list(Lists.modules(probe).get(0))
                    .query("limit", "1")
                    .withoutRouting()
                    .send();
            Claim claim = probe.claim("TRN-096").on(answer);
            claim.holds(answer.status() < 500, "no HTTP 5xx", answer.outcome());
            claim.holdsOrWarns(
                    answer.ocpiStatus().filter(code -> code / 1000 == 2).isEmpty(),
                    "an answer as with routing headers",
                    answer.outcome());
        }
    }

    @Proves(value = "TRN-090", stage = Stage.DESTRUCTIVE)
    void answers_to_a_platform_of_two_parties_are_routed(Probe probe) {
        Consumer<PlatformSetup> two =
                setup -> setup.empty().party(new Party(probe.us().countryCode(), "ZZ9"));
        try (Newcomer newcomer = Newcomer.invited(probe, two)) {
            newcomer.register();
            for (String module : Lists.modules(probe)) {
                URI url = probe.endpoint(module, Side.SENDER);
                WireExchange answer = probe.callAs(newcomer.platform(), "GET", url)
                        .query("date_from", "2000-01-01T00:00:00Z")
                        .query("limit", "1")
                        .send();
                List<String> missing = missing(answer);
                if (answer.status() / 100 == 2) {
                    probe.claim("TRN-090")
                            .on(answer)
                            .holds(missing.isEmpty(), "the four routing headers", "without " + missing);
                }
            }
        }
    }

    private static List<String> missing(WireExchange answer) {
        return Stream.of("OCPI-to-country-code", "OCPI-to-party-id", "OCPI-from-country-code", "OCPI-from-party-id")
                .filter(name -> !answer.responseHeaders().has(name))
                .toList();
    }

    @Proves(value = "TRN-093", stage = Stage.FINAL)
    void configuration_works_without_routing_headers(Probe probe) {
        // All our configuration calls are made without them: an accepted one has shown it.
        for (WireExchange answer : Messages.answers(probe)) {
            if (Messages.isConfiguration(answer) && answer.accepted()) {
                probe.claim("TRN-093").on(answer).held();
            } else if (Messages.isConfiguration(answer)
                    && answer.responseBody()
                            .json()
                            .path("status_message")
                            .asText()
                            .toLowerCase(Locale.ROOT)
                            .contains("ocpi-from")) {
                probe.claim("TRN-093")
                        .on(answer)
                        .deviates(
                                "no need of routing headers",
                                answer.responseBody().json().path("status_message"));
            }
        }
    }
}
