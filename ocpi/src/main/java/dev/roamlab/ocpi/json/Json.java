package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Reads and writes JSON text as OCPI needs it: exact decimals, no duplicate keys, nothing after the document. */
public final class Json {
    private static final int MAX_NESTING = 64;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_EXPONENT = 100;

    /** The one mapper; its configuration is never changed. */
    public static final JsonMapper MAPPER = mapper(MAX_NESTING, MAX_NUMBER_LENGTH);

    /** What we took has grown by the time it is stored: an EVSE is nested in its location, and 1E100 is written out. */
    private static final int GROWTH = 4;

    private static final JsonMapper OWN = mapper(GROWTH * MAX_NESTING, GROWTH * MAX_NUMBER_LENGTH);

    private Json() {}

    private static JsonMapper mapper(int maxNesting, int maxNumberLength) {
        var factory = com.fasterxml.jackson.core.JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxNesting)
                        .maxNumberLength(maxNumberLength)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                .build();
    }

    /**
     * Reads one JSON document.
     *
     * @throws MalformedJson with line and column, when the text is not exactly one JSON document, or one that goes beyond
     *     what any OCPI object needs: a number of more than 100 digits or a decimal point moved by more than 100 places
     *     (1E9999999 takes nine characters here and ten million wherever it is added to something), or deep nesting
     */
    public static JsonNode parse(String text) throws MalformedJson {
        try (JsonParser parser = new Bounded(MAPPER.createParser(text))) {
            return checked(MAPPER.readTree(parser));
        } catch (JsonProcessingException broken) {
            throw MalformedJson.of(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can always be read", impossible);
        }
    }

    /** As {@link #parse(String)}, for bytes in UTF-8. */
    public static JsonNode parse(byte[] bytes) throws MalformedJson {
        try (JsonParser parser = new Bounded(MAPPER.createParser(bytes))) {
            return checked(MAPPER.readTree(parser));
        } catch (JsonProcessingException broken) {
            throw MalformedJson.of(broken);
        } catch (IOException broken) {
            // Bytes in memory fail only when they are not UTF-8.
            throw new MalformedJson("not valid UTF-8", 1, 1);
        }
    }

    /** Reads JSON of our own making, which cannot be malformed. */
    public static ObjectNode parseOwn(String text) {
        try {
            return (ObjectNode) OWN.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored JSON is damaged: " + broken.getMessage(), broken);
        }
    }

    /** The text of a JSON value, without white space. */
    public static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree can always be written", impossible);
        }
    }

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** A decimal as OCPI writes it: no exponent and no superfluous zeros. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static JsonNode checked(JsonNode node) throws MalformedJson {
        if (node == null || node.isMissingNode()) {
            throw new MalformedJson("empty, where a JSON document is due", 1, 1);
        }
        return node;
    }

    /** A parser over a stream, for documents too large for one tree. */
    public static JsonParser parser(java.io.InputStream stream) throws IOException {
        return new Bounded(MAPPER.createParser(stream));
    }

    /** Refuses decimals that would blow up in the first addition. */
    private static final class Bounded extends JsonParserDelegate {
        Bounded(JsonParser parser) {
            super(parser);
        }

        @Override
        public BigDecimal getDecimalValue() throws IOException {
            try {
                BigDecimal number = super.getDecimalValue();
                if (Math.abs((long) number.scale()) <= MAX_EXPONENT) {
                    return number;
                }
            } catch (NumberFormatException beyondBigDecimal) {
                // told below, together with exponents that a BigDecimal has room for
            }
            throw new StreamConstraintsException(
                    "a number with its decimal point moved by more than " + MAX_EXPONENT + " places",
                    currentTokenLocation());
        }
    }
}
