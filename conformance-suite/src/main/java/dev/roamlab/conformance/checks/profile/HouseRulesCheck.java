package dev.roamlab.conformance.checks.profile;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a partner demands beyond the specification; each runs only when it is declared. */
@Checks(module = CatalogueModule.PROFILE)
final class HouseRulesCheck {
    private static final List<String> LISTS = List.of("locations", "sessions", "cdrs", "tariffs", "tokens");
    private static final List<String> ROUTING =
            List.of("OCPI-from-country-code", "OCPI-from-party-id", "OCPI-to-country-code", "OCPI-to-party-id");
    private static final Set<String> UNROUTED =
            Set.of("versions", "version_details", "credentials", "hubclientinfo", "callback");
    /** What changes objects of a module. */
    private static final Map<String, List<String>> CHANGES = Map.of(
            "locations", List.of("add-location", "change-location", "set-evse-status", "remove-evse"),
            "tariffs", List.of("add-tariff", "change-tariff"),
            "tokens", List.of("add-token", "change-token", "block-token"),
            "sessions", List.of("start-session"),
            "cdrs", List.of("stop-session"));

    @Proves(value = "PRO-001", stage = Stage.FINAL)
    void answers_come_in_time(Probe probe) {
        Duration most = probe.sut().profile().maxAnswer().orElseThrow();
        List<WireExchange> late = new ArrayList<>();
        for (WireExchange answer : probe.evidence().answers(one -> isOf(probe, one))) {
            // While it answers a registration the system has to call us.
            if (!answer.target().orElseThrow().module().equals("credentials")) {
                if (answer.took().compareTo(most) > 0) {
                    late.add(answer);
                } else {
                    probe.claim("PRO-001").on(answer).held();
                }
            }
        }
        for (WireExchange answer : late) {
            probe.claim("PRO-001")
                    .on(answer)
                    .warns(
                            "an answer within " + most.toMillis() + " ms",
                            answer.took().toMillis() + " ms");
        }
        if (late.size() > 1) {
            probe.claim("PRO-001")
                    .on(late.get(0))
                    .deviates("answers within " + most.toMillis() + " ms", late.size() + " were late");
        }
    }

    private static boolean isOf(Probe probe, WireExchange exchange) {
        return exchange.target()
                .filter(target -> target.version().map(probe::is).orElse(true))
                .isPresent();
    }

    @Proves("PRO-002")
    void pages_are_no_larger_than_agreed(Probe probe) {
        int most = probe.sut().profile().maxPageSize().orElseThrow();
        for (String module : LISTS) {
            if (probe.offers(module, Side.SENDER)) {
                bounded(probe, probe.list(module).send(), most);
                bounded(
                        probe,
                        probe.list(module)
                                .query("limit", String.valueOf(most + 1))
                                .send(),
                        most);
            }
        }
    }

    private static void bounded(Probe probe, WireExchange page, int most) {
        if (page.accepted() && page.data().isArray()) {
            int size = page.data().size();
            probe.claim("PRO-002").on(page).holds(size <= most, "at most " + most + " objects", size);
        }
    }

    @Proves(value = "PRO-003", stage = Stage.FINAL)
    void pulls_ask_for_no_more_days_than_agreed(Probe probe) {
        int most = probe.sut().profile().maxDateWindowDays().orElseThrow();
        for (WireExchange pull : probe.evidence()
                .received(one -> isOf(probe, one) && one.method().equals("GET"))) {
            Optional<Instant> from = moment(pull.uri(), "date_from");
            if (from.isPresent()) {
                Duration window = Duration.between(
                        from.get(), moment(pull.uri(), "date_to").orElse(pull.at()));
                probe.claim("PRO-003")
                        .on(pull)
                        .holds(
                                // A minute for the way, and for clocks.
                                window.compareTo(Duration.ofDays(most).plusMinutes(1)) <= 0,
                                "at most " + most + " days",
                                window.toHours() / 24.0 + " days");
            }
        }
    }

    private static Optional<Instant> moment(URI uri, String parameter) {
        return Arrays.stream(String.valueOf(uri.getRawQuery()).split("&"))
                .filter(pair -> pair.startsWith(parameter + "="))
                .map(pair -> URLDecoder.decode(pair.substring(parameter.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .flatMap(HouseRulesCheck::moment);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text.endsWith("Z") ? text : text + "Z"));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    @Proves(value = "PRO-004", stage = Stage.FINAL)
    void every_message_has_routing_headers(Probe probe) {
        for (WireExchange call : probe.evidence().received(one -> isOf(probe, one))) {
            if (!UNROUTED.contains(call.target().orElseThrow().module())) {
                List<String> missing = ROUTING.stream()
                        .filter(name -> !call.requestHeaders().has(name))
                        .toList();
                probe.claim("PRO-004")
                        .on(call)
                        .holds(missing.isEmpty(), "all four routing headers", "without " + missing);
            }
        }
    }

    @Proves(value = "PRO-005", stage = Stage.FINAL)
    void every_published_url_is_https(Probe probe) {
        secure(probe, probe.published().versionsUrl().toString());
        probe.published()
                .listed()
                .forEach(listed -> secure(probe, listed.details().toString()));
        probe.published()
                .endpoints(probe.version())
                .forEach(endpoint -> secure(probe, endpoint.url().toString()));
        if (probe.credentials().path("url").isTextual()) {
            secure(probe, probe.credentials().path("url").asText());
        }
    }

    private static void secure(Probe probe, String url) {
        probe.claim("PRO-005").holds(url.toLowerCase(java.util.Locale.ROOT).startsWith("https:"), "https", url);
    }

    @Proves(value = "PRO-006", stage = Stage.FINAL)
    void changes_are_pushed(Probe probe) {
        for (String module : probe.sut().profile().pushed()) {
            Optional<WireExchange> push = probe
                    .evidence()
                    .received(one -> isOf(probe, one)
                            && !one.method().equals("GET")
                            && one.target().orElseThrow().is(module, Side.RECEIVER))
                    .stream()
                    .findFirst();
            if (push.isPresent()) {
                probe.claim("PRO-006").on(push.get()).held();
            } else {
                missed(probe, module);
            }
        }
    }

    private static void missed(Probe probe, String module) {
        Optional<String> cause =
                CHANGES.get(module).stream().filter(probe::hasTriggered).findFirst();
        cause.ifPresentOrElse(
                trigger ->
                        probe.claim("PRO-006").deviates("a push of " + module + " after " + trigger, "none in the run"),
                () -> probe.claim("PRO-006")
                        .inconclusive("nothing of " + module + " changed in the run; give its triggers"));
    }
}
