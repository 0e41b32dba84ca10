package dev.roamlab.conformance.checks.credentials;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Finds the exchanges of registrations in the evidence. */
final class Handshakes {
    private Handshakes() {}

    /** Our calls with this method at the credentials endpoint of the version under test that were accepted. */
    static List<WireExchange> accepted(Probe probe, String method) {
        return toCredentials(probe).stream()
                .filter(exchange -> exchange.method().equals(method) && exchange.accepted())
                .toList();
    }

    /** Our answered calls at the credentials endpoint of the version under test. */
    static List<WireExchange> toCredentials(Probe probe) {
        return probe.evidence().answers(exchange -> isCredentials(probe, exchange));
    }

    /** The system's calls at our credentials endpoints of the version under test. */
    static List<WireExchange> ofSystem(Probe probe) {
        return probe.evidence().received(exchange -> isCredentials(probe, exchange));
    }

    private static boolean isCredentials(Probe probe, WireExchange exchange) {
        return exchange.target()
                .filter(target -> target.module().equals("credentials"))
                .filter(target -> target.version().filter(probe::is).isPresent())
                .isPresent();
    }

    /** The system's first GET of a document of ours after one of our calls: the list, or the details of the version under test. */
    static Optional<WireExchange> callBack(Probe probe, WireExchange call, String document, URI versionsUrl) {
        return probe
                .evidence()
                .received(exchange -> exchange.method().equals("GET")
                        && !exchange.at().isBefore(call.at())
                        && exchange.target()
                                .filter(target -> target.module().equals(document))
                                .filter(target -> document.equals("versions") || isVersion(target.version(), probe))
                                .isPresent()
                        && samePlatform(exchange.uri(), versionsUrl))
                .stream()
                .findFirst();
    }

    private static boolean isVersion(Optional<SpecVersion> version, Probe probe) {
        return version.filter(probe::is).isPresent();
    }

    /** Every platform of ours has its own first path segment. */
    private static boolean samePlatform(URI called, URI versionsUrl) {
        return first(called).equals(first(versionsUrl));
    }

    private static String first(URI url) {
        String[] segments = url.getPath().split("/");
        return segments.length > 1 ? segments[1] : "";
    }

    /** The credentials token in a call's Authorization header, decoded; as it is when it is no Base64. */
    static Optional<String> token(WireExchange call) {
        return call.requestHeaders()
                .first("Authorization")
                .filter(value -> value.startsWith("Token "))
                .map(value -> decoded(value.substring(6).trim()));
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException raw) {
            return value;
        }
    }

    /** Whether a URL can be used as it is. */
    static boolean isAbsolute(String text) {
        try {
            URI url = new URI(text);
            return url.isAbsolute() && url.getHost() != null;
        } catch (java.net.URISyntaxException unusable) {
            return false;
        }
    }
}
