package dev.roamlab.conformance.checks.interop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How URLs are joined, served and called. Spec: transport_and_format_interface_endpoints. */
@Checks(module = CatalogueModule.INTEROP)
final class UrlsCheck {
    private static final Set<Integer> ELSEWHERE = Set.of(301, 308, 400, 404);
    private static final List<String> LISTS = List.of("locations", "sessions", "cdrs", "tariffs", "tokens");

    @Proves("INT-001")
    void a_slash_at_the_end_changes_nothing(Probe probe) {
        probe.published().details(probe.version()).ifPresent(details -> alike(probe, details.toString()));
        try (Pushed pushed = new Pushed(probe)) {
            ObjectNode object = pushed.fresh();
            pushed.require(object);
            alike(probe, pushed.address(object));
        }
    }

    private static void alike(Probe probe, String url) {
        String other = url.endsWith("/") ? url.substring(0, url.length() - 1) : url + "/";
        if (url.contains("?") || !probe.get(URI.create(url)).send().accepted()) {
            return;
        }
        WireExchange answer = probe.get(URI.create(other)).send();
        probe.claim("INT-001").on(answer).holds(answer.accepted(), "the same as without the slash", answer.outcome());
    }

    @Proves("INT-002")
    void a_doubled_slash_is_forgiven(Probe probe) {
        try (Pushed pushed = new Pushed(probe)) {
            ObjectNode object = pushed.fresh();
            pushed.require(object);
            String owner = "/" + probe.us().countryCode() + "/" + probe.us().partyId() + "/";
            String url = pushed.address(object);
            int at = url.lastIndexOf(owner);
            WireExchange answer = probe.get(URI.create(url.substring(0, at) + "/" + url.substring(at)))
                    .send();
            boolean found = answer.accepted() && answer.data().isObject();
            probe.claim("INT-002")
                    .on(answer)
                    .holds(
                            found || ELSEWHERE.contains(answer.status()) || answer.refused(),
                            "the object, or HTTP 404",
                            answer.outcome());
        }
    }

    @Proves("INT-012")
    void the_next_page_is_at_the_host_that_was_called(Probe probe) {
        for (String module : LISTS) {
            if (!probe.offers(module, Side.SENDER)) {
                continue;
            }
            URI endpoint = probe.endpoint(module, Side.SENDER);
            WireExchange page = probe.list(module).query("limit", "1").send();
            Optional<URI> next = probe.next(page);
            next.ifPresent(url -> probe.claim("INT-012")
                    .on(page)
                    .at("Link")
                    .holds(origin(url).equals(origin(endpoint)), "a URL at " + origin(endpoint), url));
        }
    }

    private static String origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(java.util.Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(url.getHost()).toLowerCase(java.util.Locale.ROOT) + ":"
                + (url.getPort() < 0 ? usual : url.getPort());
    }

    @Proves(value = "INT-017", stage = Stage.FINAL)
    void urls_that_are_called_have_no_doubled_slash(Probe probe) {
        for (WireExchange call : probe.evidence().received(exchange -> true)) {
            String path = String.valueOf(call.uri().getRawPath());
            probe.claim("INT-017").on(call).holds(!path.contains("//"), "one slash between parts", path);
        }
    }
}
