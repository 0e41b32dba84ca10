package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.security.Certificates;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a station says in its HTTP request. */
final class Handshakes {
    static final int NOT_FOUND = 404;

    private static final String PATH = "/ocpp/";
    private static final int MAX_ID = 255;
    private static final String BASIC = "Basic ";

    private Handshakes() {}

    /** Who wants to connect; empty when the path names nobody. */
    static Optional<Handshake> read(ServerWebSocketHandshake request) {
        return stationId(request.path())
                .map(id -> new Handshake(
                        id,
                        password(request, id),
                        String.valueOf(request.remoteAddress()),
                        request.isSsl(),
                        certificateName(request)));
    }

    static boolean offersAny(ServerWebSocketHandshake request, List<String> subprotocols) {
        return request.headers().getAll("Sec-WebSocket-Protocol").stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .anyMatch(subprotocols::contains);
    }

    /** TLS has made sure that the certificate is good; here only whose it is counts. */
    private static Optional<String> certificateName(ServerWebSocketHandshake request) {
        if (!request.isSsl()) {
            return Optional.empty();
        }
        try {
            return request.peerCertificates().stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .map(Certificates::commonName)
                    .findFirst();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> stationId(String path) {
        if (!path.startsWith(PATH) || path.indexOf('/', PATH.length()) >= 0) {
            return Optional.empty();
        }
        try {
            // In a path, a plus is a plus.
            String raw = path.substring(PATH.length()).replace("+", "%2B");
            String id = URLDecoder.decode(raw, StandardCharsets.UTF_8);
            boolean usable =
                    !id.isBlank() && id.length() <= MAX_ID && id.chars().noneMatch(Character::isISOControl);
            return usable ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException wronglyEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<String> password(ServerWebSocketHandshake request, String stationId) {
        String header = request.headers().get("Authorization");
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            String credentials = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            String user = stationId + ":";
            return credentials.startsWith(user) ? Optional.of(credentials.substring(user.length())) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
