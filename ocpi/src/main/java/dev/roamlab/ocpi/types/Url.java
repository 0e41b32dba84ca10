package dev.roamlab.ocpi.types;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The URL of an interface, which somebody is going to call: absolute, http or https, with a host. Spec: types_url_type.
 */
public record Url(String value) {
    /** The most characters that a URL may have. */
    public static final int MAX_LENGTH = 255;

    public Url {
        Require.length("", value, MAX_LENGTH);
        if (!callable(value)) {
            throw new InvalidField("", "an absolute http or https URL", value);
        }
    }

    /** The same as a URI. */
    public URI uri() {
        return URI.create(value);
    }

    private static boolean callable(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getRawAuthority() != null
                    && !uri.getRawAuthority().isEmpty();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
