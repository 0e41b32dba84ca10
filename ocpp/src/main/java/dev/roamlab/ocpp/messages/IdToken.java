package dev.roamlab.ocpp.messages;

import java.util.Locale;

/**
 * What a driver identifies with. Upper and lower case are the same, so two tokens that differ in case only are equal.
 *
 * @param idToken at most 36 characters; OCPP 1.6 carries 20
 */
public record IdToken(String idToken, IdTokenType type) {
    private static final int MAX_LENGTH = 36;

    /** A token; its length is checked. */
    public IdToken {
        if (idToken.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("idToken: " + idToken.length() + " characters, at most " + MAX_LENGTH);
        }
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
