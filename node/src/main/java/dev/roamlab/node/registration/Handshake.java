package dev.roamlab.node.registration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.OcpiClient;
import dev.roamlab.ocpi.http.OutgoingRequest;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.http.Reply;
import dev.roamlab.ocpi.http.Routing;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpi.versions.Endpoint;
import dev.roamlab.ocpi.versions.ModuleId;
import dev.roamlab.ocpi.versions.Version;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out what another platform offers: its versions, then the endpoints of one. Spec: version_information_endpoint. */
final class Handshake {
    private final OcpiClient client;

    Handshake(OcpiClient client) {
        this.client = client;
    }

    /**
     * What a platform offers in one version.
     *
     * @param endpoints those whose entry is valid; a module we do not know is kept, for it does no harm
     */
    record Offer(OcpiVersion version, List<Endpoint> endpoints) {
        Offer {
            endpoints = List.copyOf(endpoints);
        }

        Optional<Url> credentials() {
            return endpoints.stream()
                    .filter(endpoint -> endpoint.identifier().equals(ModuleId.CREDENTIALS))
                    .map(Endpoint::url)
                    .findFirst();
        }
    }

    /** Looks for the latest version that both sides have. */
    Future<Offer> latest(Url versionsUrl, CredentialsToken token, List<OcpiVersion> ours) {
        return versions(versionsUrl, token).compose(theirs -> {
            Optional<OcpiVersion> common = ours.stream()
                    .filter(version -> url(theirs, version).isPresent())
                    .max(Comparator.naturalOrder());
            if (common.isEmpty()) {
                return Future.failedFuture(new NoCommonVersion("they offer "
                        + theirs.stream().map(each -> each.version().value()).collect(Collectors.joining(", "))
                        + "; we speak "
                        + ours.stream().map(OcpiVersion::value).collect(Collectors.joining(", "))));
            }
            return details(url(theirs, common.get()).orElseThrow(), common.get(), token);
        });
    }

    /** Looks for one version. */
    Future<Offer> inVersion(Url versionsUrl, CredentialsToken token, OcpiVersion version) {
        return versions(versionsUrl, token)
                .compose(theirs -> url(theirs, version)
                        .map(url -> details(url, version, token))
                        .orElseGet(() -> Future.failedFuture(
                                new NoCommonVersion("your versions list has no " + version.value()))));
    }

    private static Optional<Url> url(List<Version> versions, OcpiVersion version) {
        return versions.stream()
                .filter(each -> each.version().value().equals(version.value()))
                .map(Version::url)
                .findFirst();
    }

    private Future<List<Version>> versions(Url url, CredentialsToken token) {
        return get(url, "", token).map(reply -> {
            List<Version> versions = valid(reply.data(), Version.class);
            if (versions.isEmpty()) {
                throw PartnerException.notOffered(host(url) + " lists no versions at " + url.value());
            }
            return versions;
        });
    }

    private Future<Offer> details(Url url, OcpiVersion version, CredentialsToken token) {
        return get(url, version.value(), token).map(reply -> {
            Optional<JsonNode> endpoints = reply.data().map(data -> data.path("endpoints"));
            return new Offer(version, valid(endpoints, Endpoint.class));
        });
    }

    /** An entry that we cannot read must not keep us from those that we can. */
    private static <T extends Record> List<T> valid(Optional<JsonNode> list, Class<T> type) {
        List<T> valid = new ArrayList<>();
        list.filter(JsonNode::isArray)
                .ifPresent(array -> array.forEach(element -> {
                    try {
                        valid.add(Binder.decode(type, element));
                    } catch (InvalidObject unreadable) {
                        // left out: see above
                    }
                }));
        return valid;
    }

    private Future<Reply> get(Url url, String version, CredentialsToken token) {
        return client.send(new OutgoingRequest(
                host(url),
                version,
                "GET versions",
                HttpMethod.GET,
                url.value(),
                token,
                Routing.NONE,
                Optional.empty(),
                Optional.empty()));
    }

    /** How a platform is called before we know its parties. */
    static String host(Url url) {
        try {
            return URI.create(url.value()).getAuthority();
        } catch (IllegalArgumentException odd) {
            return url.value();
        }
    }

    /** The two sides do not speak a common version. */
    static final class NoCommonVersion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoCommonVersion(String message) {
            super(message, null, false, false);
        }
    }
}
