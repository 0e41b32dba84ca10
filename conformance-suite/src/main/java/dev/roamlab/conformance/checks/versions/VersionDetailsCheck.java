package dev.roamlab.conformance.checks.versions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The details of a version: what is offered, and where. Spec: version_information_endpoint_version_details_endpoint. */
@Checks(module = CatalogueModule.VERSIONS)
final class VersionDetailsCheck {
    private static final Set<String> MODULES = Set.of(
            "cdrs",
            "chargingprofiles",
            "commands",
            "credentials",
            "hubclientinfo",
            "locations",
            "sessions",
            "tariffs",
            "tokens");
    private static final Set<String> OF_2_3_0 = Set.of("invoicereconciliation", "payments", "Booking");
    private static final Set<String> EXTRA_2_2_1_MISSPELT = Set.of("versions", "clientinfo");

    @Proves(value = {"VER-009", "VER-016"})
    void each_listed_version_leads_to_its_details(Probe probe) {
        WireExchange list = probe.get(probe.published().versionsUrl()).send();
        Map<String, Integer> times = new HashMap<>();
        list.data().forEach(entry -> times.merge(entry.path("version").asText(), 1, Integer::sum));
        Claim listed = probe.claim("VER-009").on(list).at("/data");
        listed.holds(
                times.containsKey(probe.version().spelling()),
                probe.version().spelling() + " in the list",
                times.keySet());
        listed.holdsOrWarns(times.values().stream().allMatch(count -> count == 1), "each version once", times);
        for (SpecVersion version : SpecVersion.values()) {
            probe.published().details(version).ifPresent(url -> follow(probe, version, url));
        }
    }

    private static void follow(Probe probe, SpecVersion version, URI url) {
        WireExchange details = probe.get(url).send();
        boolean underTest = probe.is(version);
        Claim reachable = probe.claim("VER-009").on(details);
        if (underTest) {
            reachable.holds(details.accepted(), "HTTP 200 and status_code 1000", details.outcome());
        } else {
            // The token may be bound to the version in use.
            reachable.holdsOrWarns(details.accepted(), "HTTP 200 and status_code 1000", details.outcome());
        }
        if (details.accepted()) {
            probe.claim("VER-016")
                    .on(details)
                    .at("/data/version")
                    .holds(
                            details.data().path("version").asText().equals(version.spelling()),
                            version.spelling() + ", as in the versions list",
                            details.data().path("version"));
        }
    }

    @Proves(
            value = {"VER-010", "VER-015", "VER-024", "VER-030", "VER-034"},
            stage = Stage.FINAL)
    void details_name_version_and_endpoints(Probe probe) {
        for (WireExchange answer : answers(probe)) {
            probe.claim("VER-010")
                    .on(answer)
                    .holds(
                            answer.accepted() && answer.data().isObject(),
                            "HTTP 200, status_code 1000 and an object in data",
                            answer.outcome());
            if (answer.accepted()) {
                content(probe, answer);
            }
        }
    }

    private static void content(Probe probe, WireExchange answer) {
        JsonNode version = answer.data().path("version");
        JsonNode endpoints = answer.data().path("endpoints");
        probe.claim("VER-015")
                .on(answer)
                .at("/data")
                .holds(
                        version.isTextual() && endpoints.isArray() && !endpoints.isEmpty(),
                        "version as a string and at least one endpoint",
                        answer.data());
        if (probe.is(SpecVersion.V2_3_0)) {
            probe.claim("VER-030")
                    .on(answer)
                    .at("/data/version")
                    .holds(version.asText().equals("2.3.0"), "2.3.0", version);
        }
        long credentials =
                identifiers(answer).stream().filter("credentials"::equals).count();
        probe.claim("VER-024")
                .on(answer)
                .at("/data/endpoints")
                .holds(credentials > 0, "an endpoint credentials", identifiers(answer));
        if (credentials > 0) {
            probe.claim("VER-034")
                    .on(answer)
                    .at("/data/endpoints")
                    .holds(credentials == 1, "credentials once", credentials + " times");
        }
    }

    @Proves("VER-011")
    void other_methods_change_nothing(Probe probe) {
        OtherMethods.tried(probe, "VER-011", detailsUrl(probe));
    }

    @Proves(
            value = {"VER-018", "VER-019", "VER-020", "VER-022"},
            stage = Stage.FINAL)
    void endpoints_are_complete(Probe probe) {
        for (SeenObject details : probe.seen().all("VersionDetails")) {
            JsonNode endpoints = details.json().path("endpoints");
            for (int i = 0; i < endpoints.size(); i++) {
                endpoint(probe, details.exchange(), endpoints.get(i), "/data/endpoints/" + i);
            }
        }
    }

    private static void endpoint(Probe probe, WireExchange answer, JsonNode endpoint, String pointer) {
        for (String field : List.of("identifier", "role", "url")) {
            probe.claim("VER-018")
                    .on(answer)
                    .at(pointer + "/" + field)
                    .holds(
                            endpoint.path(field).isTextual()
                                    && !endpoint.path(field).asText().isEmpty(),
                            field + " as a string that is not empty",
                            endpoint.path(field));
        }
        probe.claim("VER-022")
                .on(answer)
                .at(pointer + "/role")
                .holds(
                        Set.of("SENDER", "RECEIVER")
                                .contains(endpoint.path("role").asText()),
                        "SENDER or RECEIVER",
                        endpoint.path("role"));
        if (endpoint.path("identifier").asText().equals("credentials")) {
            probe.claim("VER-020")
                    .on(answer)
                    .at(pointer + "/role")
                    .holds(endpoint.path("role").asText().equals("SENDER"), "SENDER", endpoint.path("role"));
        }
        String url = endpoint.path("url").asText();
        probe.claim("VER-019")
                .on(answer)
                .at(pointer + "/url")
                .holds(isAbsolute(url), "a complete URL of at most 255 characters", url);
    }

    @Proves("VER-017")
    void listed_endpoints_answer(Probe probe) {
        for (var endpoint : probe.published().endpoints(probe.version())) {
            WireExchange answer = ask(probe, endpoint.module(), endpoint.side(), endpoint.url());
            if (isClosed(answer)) {
                // Said without the exchange, which proves nothing by itself: the system answers elsewhere.
                probe.claim("VER-017").deviates("an answer of the interface at " + endpoint.url(), answer.outcome());
                continue;
            }
            Claim claim = probe.claim("VER-017").on(answer);
            boolean broken = !answer.answered() || answer.status() >= 500 && answer.status() != 501;
            if (claim.holds(!broken, "an answer of the interface at " + endpoint.url(), answer.outcome())) {
                boolean strange = answer.status() == 404 && answer.ocpiStatus().isEmpty();
                claim.holdsOrWarns(!strange, "an OCPI answer at " + endpoint.url(), answer.outcome());
            }
        }
    }

    /** Nobody listens there, which is no matter of patience. */
    private static boolean isClosed(WireExchange answer) {
        return answer.failure().filter(reason -> reason.contains("refused")).isPresent();
    }

    /** What nobody answers is broken; what is busy is asked again. */
    private static WireExchange ask(Probe probe, String module, Side side, URI url) {
        WireExchange answer = reading(probe, module, side, url).attempt();
        if (isClosed(answer)) {
            return reading(probe, module, side, url).attempt();
        }
        return answer.answered() && !answer.telling()
                ? reading(probe, module, side, url).send()
                : answer;
    }

    private static Call reading(Probe probe, String module, Side side, URI url) {
        if (side == Side.SENDER && MODULES.contains(module) && !module.equals("commands")) {
            return module.equals("sessions")
                    ? probe.get(url).query("date_from", "2000-01-01T00:00:00Z").query("limit", "1")
                    : probe.get(url);
        }
        Party us = probe.us();
        return probe.get(url).path(us.countryCode(), us.partyId(), probe.runId() + "-NONE");
    }

    @Proves(
            value = {"VER-025", "VER-026", "VER-032", "VER-033"},
            stage = Stage.FINAL)
    void module_identifiers_are_known_or_agreed(Probe probe) {
        for (WireExchange answer : answers(probe)) {
            for (String identifier : identifiers(answer)) {
                identifier(probe, answer, identifier);
            }
        }
    }

    private static void identifier(Probe probe, WireExchange answer, String identifier) {
        boolean known =
                MODULES.contains(identifier) || probe.sut().customModules().contains(identifier);
        boolean published = known || probe.is(SpecVersion.V2_3_0) && OF_2_3_0.contains(identifier);
        String spelled = probe.is(SpecVersion.V2_3_0) ? "VER-026" : "VER-025";
        boolean nearMiss = !published && isNearMiss(identifier, probe.is(SpecVersion.V2_2_1));
        probe.claim(spelled)
                .on(answer)
                .at("/data/endpoints")
                .holds(!nearMiss, "an identifier as published", identifier);
        if (!nearMiss) {
            probe.claim("VER-032")
                    .on(answer)
                    .at("/data/endpoints")
                    .holds(published, "only published or agreed modules", identifier);
        }
        if (!published && !nearMiss) {
            boolean prefixed = probe.parties().stream()
                    .map(party -> (party.countryCode() + party.partyId()).toLowerCase(Locale.ROOT) + "-")
                    .anyMatch(identifier.toLowerCase(Locale.ROOT)::startsWith);
            probe.claim("VER-033")
                    .on(answer)
                    .at("/data/endpoints")
                    .holds(prefixed, "a prefix such as nltsa-", identifier);
        }
    }

    /** Another case, other separators, the singular: what a reader would look for under the published spelling. */
    private static boolean isNearMiss(String identifier, boolean of221) {
        String plain = identifier.toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
        return MODULES.contains(plain)
                || MODULES.contains(plain + "s")
                || of221 && EXTRA_2_2_1_MISSPELT.contains(plain);
    }

    private static List<String> identifiers(WireExchange answer) {
        List<String> identifiers = new ArrayList<>();
        answer.data()
                .path("endpoints")
                .forEach(endpoint -> identifiers.add(endpoint.path("identifier").asText()));
        return identifiers;
    }

    private static boolean isAbsolute(String text) {
        try {
            URI url = new URI(text);
            return url.isAbsolute() && url.getHost() != null && text.length() <= 255;
        } catch (java.net.URISyntaxException unusable) {
            return false;
        }
    }

    private static URI detailsUrl(Probe probe) {
        return probe.published()
                .details(probe.version())
                .orElseThrow(() -> probe.skip(
                        "the versions list has no usable " + probe.version().spelling()));
    }

    private static List<WireExchange> answers(Probe probe) {
        return Readings.of(probe, detailsUrl(probe));
    }
}
