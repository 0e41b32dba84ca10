package dev.roamlab.cli.validate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** In which lines the values of a piece of JSON stand. Made only for pieces with something to say about. */
final class Lines {
    private final Map<String, Integer> byPointer = new HashMap<>();
    private final int first;

    Lines(ObjectFile.Piece piece) {
        this.first = piece.line();
        try (JsonParser parser = new JsonFactory().createParser(piece.text())) {
            parser.nextToken();
            read(parser, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of a value; of one that is missing, the line where its object begins. */
    int of(String pointer) {
        Integer line = byPointer.get(pointer);
        int parent = pointer.lastIndexOf('/');
        return line != null ? line : parent < 0 ? first : of(pointer.substring(0, parent));
    }

    private void read(JsonParser parser, String pointer) throws IOException {
        byPointer.put(pointer, first + parser.currentTokenLocation().getLineNr() - 1);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                read(parser, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                read(parser, pointer + "/" + index);
            }
        }
    }
}
