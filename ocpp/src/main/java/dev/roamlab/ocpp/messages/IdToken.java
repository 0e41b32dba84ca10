package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;
import java.util.List;
import java.util.Locale;

/**
 * What a driver identifies with. Upper and lower case are the same, so two tokens that differ in case only are equal;
 * further identifiers that came along do not make it another token.
 *
 * @param idToken at most 36 characters; OCPP 1.6 carries 20
 */
public record IdToken(@Max(36) String idToken, IdTokenType type, List<AdditionalInfo> additionalInfo) {
    private static final int MAX_LENGTH = 36;

    /** A token; its length is checked. */
    public IdToken {
        if (idToken.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("idToken: " + idToken.length() + " characters, at most " + MAX_LENGTH);
        }
        additionalInfo = List.copyOf(additionalInfo);
    }

    /** A token without further identifiers. */
    public IdToken(String idToken, IdTokenType type) {
        this(idToken, type, List.of());
    }

    /** A card: the type that every token has where the wire does not tell, as in OCPP 1.6. */
    public static IdToken of(String idToken) {
        return new IdToken(idToken, IdTokenType.ISO14443);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdToken that && type == that.type && idToken.equalsIgnoreCase(that.idToken);
    }

    @Override
    public int hashCode() {
        return 31 * idToken.toUpperCase(Locale.ROOT).hashCode() + type.hashCode();
    }
}
