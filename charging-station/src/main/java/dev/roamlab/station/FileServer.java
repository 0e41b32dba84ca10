package dev.roamlab.station;

import java.net.URI;
import java.util.Optional;

/** Where files come from and go to: HTTP and HTTPS; FTP and SFTP are not spoken. */
final class FileServer {
    private FileServer() {}

    /** The place that a URL names; empty when it is none that files can travel to. */
    static Optional<URI> at(String url) {
        try {
            URI uri = URI.create(url.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    /** Why files cannot travel there. */
    static String refusal(String field, String url) {
        int colon = url.indexOf(':');
        String scheme = colon > 0 ? url.substring(0, colon) : url;
        return field + ": '" + scheme + "', this station speaks http and https only";
    }
}
