package dev.roamlab.ocpi.http;

import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.types.InvalidField;
import io.vertx.core.MultiMap;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Authorization header. The token is due in Base64; a raw one is accepted, because many platforms built on older
 * texts send it so, and noted. Spec: transport_and_format_authorization_header.
 */
final class Authorization {
    private static final Pattern SCHEME = Pattern.compile("(?i)token +(\\S+)");

    private Authorization() {}

    /**
     * Finds the caller.
     *
     * @throws OcpiException when there is no header, it has another form, or nobody holds the token (HTTP 401)
     */
    static Admission admit(MultiMap headers, Gate gate) {
        String header = headers.get(Headers.AUTHORIZATION);
        if (header == null) {
            throw OcpiException.unauthorized(
                    "Authorization: missing; expected `Token ` and the credentials token in Base64");
        }
        Matcher form = SCHEME.matcher(header.trim());
        if (!form.matches()) {
            throw OcpiException.unauthorized("Authorization: expected `Token ` and the credentials token in Base64");
        }
        String text = form.group(1);
        // A raw token may be valid Base64 by chance, so both readings are tried.
        Optional<Admission> encoded = decoded(text)
                .flatMap(Authorization::token)
                .flatMap(gate::admit)
                .map(caller -> new Admission(caller, List.of()));
        return encoded.or(() -> token(text)
                        .flatMap(gate::admit)
                        .map(caller ->
                                new Admission(caller, List.of("the credentials token was sent raw, not in Base64"))))
                .orElseThrow(() -> OcpiException.unauthorized("Authorization: nobody we know holds this token"));
    }

    /** What we send. */
    static String header(CredentialsToken token) {
        return "Token " + token.base64();
    }

    private static Optional<String> decoded(String text) {
        try {
            byte[] octets = Base64.getDecoder().decode(text);
            // The specification's printed examples end in a line feed; a sender built after them means the token before
            // it.
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString()
                    .stripTrailing());
        } catch (IllegalArgumentException | CharacterCodingException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<CredentialsToken> token(String text) {
        try {
            return Optional.of(new CredentialsToken(text));
        } catch (InvalidField noToken) {
            return Optional.empty();
        }
    }

    /** Who it is, and what was odd about the header. */
    record Admission(Caller caller, List<String> notes) {}
}
