package dev.roamlab.conformance.subject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.wire.Target.Side;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the system under test publishes about itself: its versions, their details, the endpoints in them. Thread-safe. */
public final class Published {
    /** An endpoint as published, credentials included. The URL's text is kept, because it must be used as it is. */
    public record Endpoint(SpecVersion version, String module, Side side, URI url) {}

    /** A version and the URL of its details. */
    public record Listed(String version, URI details) {}

    private final URI versionsUrl;
    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final List<Listed> listed = new CopyOnWriteArrayList<>();

    /** Nothing is published yet but the URL we were given. */
    public Published(URI versionsUrl) {
        this.versionsUrl = versionsUrl;
    }

    /** Takes over the {@code data} of a versions answer; entries that are no use are left out. */
    public void versions(JsonNode data) {
        listed.clear();
        for (JsonNode entry : data) {
            url(entry)
                    .ifPresent(
                            url -> listed.add(new Listed(entry.path("version").asText(), url)));
        }
    }

    /** Takes over the {@code data} of a version details answer; entries that are no use are left out. */
    public void details(SpecVersion version, JsonNode data) {
        endpoints.removeIf(endpoint -> endpoint.version() == version);
        for (JsonNode entry : data.path("endpoints")) {
            Optional<URI> url = url(entry);
            boolean credentials = entry.path("identifier").asText().equals("credentials");
            Optional<Side> side = side(entry).or(() -> credentials ? Optional.of(Side.SENDER) : Optional.empty());
            if (url.isPresent() && side.isPresent()) {
                endpoints.add(new Endpoint(version, entry.path("identifier").asText(), side.get(), url.get()));
            }
        }
    }

    /** The versions URL that the operator gave. */
    public URI versionsUrl() {
        return versionsUrl;
    }

    /** The versions list, in its order. */
    public List<Listed> listed() {
        return List.copyOf(listed);
    }

    /** The details URL of a version. */
    public Optional<URI> details(SpecVersion version) {
        return listed.stream()
                .filter(entry -> entry.version().equals(version.spelling()))
                .map(Listed::details)
                .findFirst();
    }

    /** The endpoints of a version, in their order. */
    public List<Endpoint> endpoints(SpecVersion version) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.version() == version)
                .toList();
    }

    /** The URL of an interface, if it is published. */
    public Optional<URI> endpoint(SpecVersion version, String module, Side side) {
        return endpoints(version).stream()
                .filter(endpoint -> endpoint.module().equals(module) && endpoint.side() == side)
                .map(Endpoint::url)
                .findFirst();
    }

    /** The URL of the credentials endpoint, whatever role it is published with: the role has no meaning there. */
    public Optional<URI> credentials(SpecVersion version) {
        return endpoints(version).stream()
                .filter(endpoint -> endpoint.module().equals("credentials"))
                .map(Endpoint::url)
                .findFirst();
    }

    /** Whether the version details list the module with either role. */
    public boolean mentions(SpecVersion version, String module) {
        return endpoints(version).stream()
                .anyMatch(endpoint -> endpoint.module().equals(module));
    }

    private static Optional<Side> side(JsonNode entry) {
        return Arrays.stream(Side.values())
                .filter(side -> side.name().equals(entry.path("role").asText()))
                .findFirst();
    }

    private static Optional<URI> url(JsonNode entry) {
        try {
            URI url = new URI(entry.path("url").asText());
            return url.isAbsolute() && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (java.net.URISyntaxException unusable) {
            return Optional.empty();
        }
    }
}
