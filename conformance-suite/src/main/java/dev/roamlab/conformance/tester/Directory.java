package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.tester.EnrolmentFailed.Reason;
import dev.roamlab.conformance.wire.Caller;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the system under test says that it offers in one version: its versions list, the details, and the endpoints read from
 * them, as far as they can be read.
 */
public record Directory(SpecVersion version, WireExchange versions, WireExchange details, List<SutEndpoint> endpoints) {
    static final Target VERSIONS = new Target("versions", Optional.empty(), Optional.empty(), List.of());

    public Directory {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * Reads versions list and details. Blocks.
     *
     * @throws EnrolmentFailed when they cannot be read, or do not offer the version
     */
    public static Directory read(Caller caller, SutMap map, Manners manners, URI versionsUrl, SpecVersion version) {
        map.learn(versionsUrl, VERSIONS);
        WireExchange list = caller.send(manners.get(versionsUrl));
        URI detailsUrl = detailsUrl(list, version);
        map.learn(detailsUrl, new Target("version_details", Optional.empty(), Optional.of(version), List.of()));
        WireExchange details = caller.send(manners.get(detailsUrl));
        requireAnswer(details, Reason.NO_DETAILS, "an object with endpoints");
        List<SutEndpoint> endpoints = endpoints(details.data());
        if (endpoints.isEmpty()) {
            throw new EnrolmentFailed(
                    Reason.NO_DETAILS,
                    details,
                    "the details of " + version.spelling() + " list no endpoint with a URL");
        }
        endpoints.forEach(endpoint -> map.learn(
                endpoint.url(), new Target(endpoint.module(), endpoint.side(), Optional.of(version), List.of())));
        return new Directory(version, list, details, endpoints);
    }

    private static URI detailsUrl(WireExchange list, SpecVersion version) {
        requireAnswer(list, Reason.NO_VERSIONS, "a list of versions");
        List<String> offered = new ArrayList<>();
        for (JsonNode entry : list.data()) {
            offered.add(entry.path("version").asText());
            Optional<URI> url = url(entry.path("url"));
            if (entry.path("version").asText().equals(version.spelling()) && url.isPresent()) {
                return url.get();
            }
        }
        throw new EnrolmentFailed(
                Reason.VERSION_NOT_OFFERED,
                list,
                "version " + version.spelling() + " with an absolute URL is not in the versions list; listed: "
                        + (offered.isEmpty() ? "none" : String.join(", ", offered)));
    }

    private static void requireAnswer(WireExchange exchange, Reason reason, String wanted) {
        if (exchange.status() == 401 || exchange.status() == 403) {
            throw new EnrolmentFailed(
                    Reason.NOT_LET_IN,
                    exchange,
                    exchange.method() + " " + exchange.uri() + ": " + exchange.outcome()
                            + "; the token is not accepted. Tokens are sent Base64 encoded: check that the operator entered "
                            + "the same token, not its encoded form, and that it was not used before");
        }
        boolean usable = exchange.accepted() && exchange.data().isContainerNode();
        if (!usable) {
            throw new EnrolmentFailed(
                    reason,
                    exchange,
                    "expected " + wanted + " in data with status_code 1000 from " + exchange.uri() + "; got "
                            + exchange.outcome());
        }
    }

    private static List<SutEndpoint> endpoints(JsonNode details) {
        List<SutEndpoint> endpoints = new ArrayList<>();
        for (JsonNode entry : details.path("endpoints")) {
            Optional<Side> side = Arrays.stream(Side.values())
                    .filter(is -> is.name().equals(entry.path("role").asText()))
                    .findFirst();
            String module = entry.path("identifier").asText();
            Optional<Side> told = module.equals("credentials") ? Optional.empty() : side;
            url(entry.path("url")).ifPresent(url -> endpoints.add(new SutEndpoint(module, told, url)));
        }
        return endpoints;
    }

    private static Optional<URI> url(JsonNode text) {
        try {
            URI url = URI.create(text.asText());
            return url.isAbsolute() && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    /** Where the credentials are. */
    public Optional<URI> credentialsUrl() {
        return endpoints.stream()
                .filter(endpoint -> endpoint.module().equals("credentials"))
                .map(SutEndpoint::url)
                .findFirst();
    }
}
