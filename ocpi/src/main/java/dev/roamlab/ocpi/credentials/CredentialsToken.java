package dev.roamlab.ocpi.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.roamlab.lab.Redaction;
import dev.roamlab.ocpi.types.Require;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The secret with which one platform calls another. It shows itself as a short hash, so that no log has to remember to
 * hide it. Spec: credentials_credentials_object.
 */
public record CredentialsToken(String value) {
    public CredentialsToken {
        requireUsable(value);
    }

    /** The token as it stands in the Authorization header, behind {@code Token} and a blank. */
    public String base64() {
        return Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
    }

    /** Whether all characters are of the advised range: printable ASCII without blanks. */
    public boolean hasAdvisedCharacters() {
        return value.chars().allMatch(character -> character >= 0x21 && character <= 0x7E);
    }

    /** Compares in constant time, so that nobody can measure how much of a guess was right. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CredentialsToken that
                && MessageDigest.isEqual(value.getBytes(UTF_8), that.value.getBytes(UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The fingerprint under which recordings show the token, never the token. */
    @Override
    public String toString() {
        return Redaction.fingerprint(value);
    }

    private static void requireUsable(String value) {
        Require.present("", value);
        int length = value.codePointCount(0, value.length());
        // The usual checks would quote what they refuse.
        Require.that(length >= 1 && length <= 64, "", "from 1 to 64 characters", length + " characters");
        Require.that(
                value.chars().noneMatch(Character::isISOControl), "", "no control characters", length + " characters");
    }
}
