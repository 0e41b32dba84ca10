package dev.roamlab.cli.validate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.cli.shell.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Objects in a text: one, a list, the data of an envelope, or one on each line. Only one of them is in memory at a time. */
public final class ObjectFile {
    // Decimals as they are written: 0.30000000000000004 has to be told from 0.3.
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String name;
    private final String text;

    /**
     * The objects of a text.
     *
     * @param name how messages call the file
     * @throws UserError when the text is empty
     */
    public ObjectFile(String name, String text) {
        if (text.isBlank()) {
            throw new UserError(name + " is empty.", "It has to hold JSON: an object, a list or an envelope.");
        }
        this.name = name;
        this.text = text;
    }

    /**
     * One value.
     *
     * @param pointer JSON pointer to it in its document
     * @param line where it begins
     * @param text how it is written
     */
    public record Piece(String pointer, int line, String text, JsonNode json) {}

    /**
     * Gives each object to a reader; of an envelope, its data.
     *
     * @throws UserError with line and column when the text is not JSON
     */
    public void each(Consumer<Piece> reader) {
        boolean envelope = isEnvelope();
        try (JsonParser parser = JSON.getFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (envelope) {
                    members(parser, (member, at) -> at.elements("/" + member, reader), "data");
                } else {
                    new At(parser).elements("", reader);
                }
            }
        } catch (JsonProcessingException broken) {
            throw malformed(broken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the text is the answer of a platform: an object with a status code, and with data or a timestamp. */
    public boolean isEnvelope() {
        Set<String> names = new HashSet<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    names.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException broken) {
            throw malformed(broken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.contains("status_code") && (names.contains("data") || names.contains("timestamp"));
    }

    /** The envelope without its data. */
    public JsonNode envelope() {
        try {
            var envelope = JSON.createObjectNode();
            try (JsonParser parser = JSON.getFactory().createParser(text)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String member = parser.currentName();
                    parser.nextToken();
                    if (member.equals("data")) {
                        parser.skipChildren();
                    } else {
                        envelope.set(member, JSON.readTree(parser));
                    }
                }
            }
            return envelope;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Member {
        void read(String name, At at) throws IOException;
    }

    private void members(JsonParser parser, Member wanted, String name) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            if (member.equals(name)) {
                wanted.read(member, new At(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    /** A parser in front of a value. */
    private final class At {
        private final JsonParser parser;

        At(JsonParser parser) {
            this.parser = parser;
        }

        void elements(String pointer, Consumer<Piece> reader) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return;
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                reader.accept(piece(pointer));
                return;
            }
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                reader.accept(piece(pointer + "/" + index));
            }
        }

        private Piece piece(String pointer) throws IOException {
            JsonLocation start = parser.currentTokenLocation();
            JsonNode json = JSON.readTree(parser);
            int end = (int) parser.currentLocation().getCharOffset();
            return new Piece(pointer, start.getLineNr(), text.substring((int) start.getCharOffset(), end), json);
        }
    }

    private UserError malformed(JsonProcessingException broken) {
        JsonLocation at = broken.getLocation();
        String where = at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
        // The parser points to where a bracket was opened, wrapped in what only programmers want to know.
        String why = broken.getOriginalMessage()
                .replaceAll("\\(start marker at \\[Source: .*?; line: (\\d+), column: (\\d+)]\\)", "opened in line $1");
        return new UserError(name + " is not JSON" + where + ": " + why + ".", "Correct it there and try again.");
    }
}
