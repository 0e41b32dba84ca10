package dev.roamlab.conformance.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A message body: its bytes, and the JSON document they are, if they are one. Parsed once. */
public final class Body {
    /** No body. */
    public static final Body EMPTY = new Body(new byte[0]);

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // 1.50 must stay 1.50: how a number is written is part of the evidence.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final byte[] bytes;
    private final JsonNode json;
    private final Optional<String> defect;

    private Body(byte[] bytes) {
        this.bytes = bytes;
        JsonNode parsed = MissingNode.getInstance();
        Optional<String> problem = Optional.empty();
        if (bytes.length > 0) {
            try {
                parsed = STRICT.readTree(bytes);
            } catch (JsonProcessingException bad) {
                problem = Optional.of(bad.getOriginalMessage() + " at line "
                        + bad.getLocation().getLineNr() + ", column "
                        + bad.getLocation().getColumnNr());
            } catch (IOException bad) {
                problem = Optional.of("not readable as UTF-8: " + bad.getMessage());
            }
        }
        this.json = parsed;
        this.defect = problem;
    }

    /** The body with these bytes; the array is not copied and must not change. */
    public static Body of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Body(bytes);
    }

    /** The body that holds this text. */
    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The body that holds this document. */
    public static Body of(JsonNode document) {
        return of(document.toString());
    }

    /** Number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The bytes; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The text, read as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The JSON document, not to be changed; a missing node when the body is empty or no JSON. */
    public JsonNode json() {
        return json;
    }

    /** Why a body that is there is no strict JSON. */
    public Optional<String> defect() {
        return defect;
    }
}
