package dev.roamlab.conformance.tester;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Request lines of strangers as URIs: what must not stand in one is escaped, so that the request is recorded all the same. */
final class LenientUri {
    private LenientUri() {}

    static URI of(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException bad) {
            StringBuilder escaped = new StringBuilder();
            for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
                char character = (char) (octet & 0xff);
                if (character > ' ' && character < 127 && "\"<>\\^`{|}%[]".indexOf(character) < 0) {
                    escaped.append(character);
                } else {
                    escaped.append(String.format("%%%02X", (int) character));
                }
            }
            return URI.create(escaped.toString());
        }
    }
}
