package dev.roamlab.ocpi.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Walks through the JSON objects of a file without holding all of it: a bare array, an envelope with {@code data}, a single
 * object, or one object per line; plain or gzip.
 */
public final class ObjectFile {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int PEEKED_BYTES = 1024 * 1024;
    private static final String DATA = "data";

    private static final ObjectReader ELEMENT =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path path;
    private final Visitor visitor;
    private final LongConsumer bytesRead;

    /** Is given the objects. */
    public interface Visitor {
        /** An element of the file that is JSON; it need not be an object. */
        void object(JsonNode json, int line, int column);

        /** A line that is no JSON, in a file of one object per line: the others are not affected. */
        void malformedLine(String reason, int line, int column);
    }

    private ObjectFile(Path path, Visitor visitor, LongConsumer bytesRead) {
        this.path = path;
        this.visitor = visitor;
        this.bytesRead = bytesRead;
    }

    /**
     * Walks through a file.
     *
     * @param bytesRead is told now and then how many bytes of the file have been read
     * @throws UnreadableFile when the file cannot be opened, or is not JSON as a whole
     */
    public static void walk(Path path, Visitor visitor, LongConsumer bytesRead) throws UnreadableFile {
        new ObjectFile(path, visitor, bytesRead).walk();
    }

    private void walk() throws UnreadableFile {
        try (InputStream raw = Files.newInputStream(path);
                BufferedInputStream text = new BufferedInputStream(unpacked(raw), PEEKED_BYTES)) {
            if (holdsOneObjectPerLine(text)) {
                walkLines(text);
            } else {
                walkDocument(text);
            }
        } catch (NoSuchFileException missing) {
            throw new UnreadableFile(path + ": no such file", missing);
        } catch (JsonProcessingException malformed) {
            throw new UnreadableFile(path + ": " + MalformedJson.of(malformed).getMessage(), malformed);
        } catch (ZipException damaged) {
            throw new UnreadableFile(path + ": damaged gzip file (" + damaged.getMessage() + ")", damaged);
        } catch (IOException unreadable) {
            throw new UnreadableFile(path + ": cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    private InputStream unpacked(InputStream raw) throws IOException {
        BufferedInputStream counted = new BufferedInputStream(new CountingStream(raw, bytesRead), 64 * 1024);
        counted.mark(2);
        int magic = counted.read() << 8 | counted.read();
        counted.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(counted, 64 * 1024) : counted;
    }

    /** Whether the first line that is not blank is an object by itself, and no envelope around all the others. */
    private static boolean holdsOneObjectPerLine(BufferedInputStream text) throws IOException {
        text.mark(PEEKED_BYTES);
        byte[] peeked = text.readNBytes(PEEKED_BYTES - 1);
        text.reset();
        String start = new String(peeked, StandardCharsets.UTF_8).stripLeading();
        int end = start.indexOf('\n');
        if (end < 0 || !start.startsWith("{")) {
            return false;
        }
        try {
            JsonNode first = Json.parse(start.substring(0, end));
            return first.isObject() && !isEnvelope(first);
        } catch (MalformedJson spansLines) {
            return false;
        }
    }

    private static boolean isEnvelope(JsonNode json) {
        return json.path(DATA).isContainerNode();
    }

    private void walkLines(InputStream text) throws IOException {
        int number = 0;
        for (byte[] line = line(text); line.length > 0; line = line(text)) {
            number++;
            String content = new String(line, StandardCharsets.UTF_8);
            if (content.isBlank()) {
                continue;
            }
            try {
                visitor.object(Json.parse(content), number, 1 + indent(content));
            } catch (MalformedJson malformed) {
                visitor.malformedLine(malformed.reason(), number, malformed.column());
            }
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The next line with its line feed; empty at the end. */
    private static byte[] line(InputStream text) throws IOException {
        var line = new java.io.ByteArrayOutputStream(2048);
        for (int octet = text.read(); octet >= 0; octet = text.read()) {
            line.write(octet);
            if (octet == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private void walkDocument(InputStream text) throws IOException {
        try (JsonParser parser = Json.parser(text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("the file is empty");
            }
            while (token != null) {
                if (token == JsonToken.START_ARRAY) {
                    elements(parser);
                } else if (token == JsonToken.START_OBJECT) {
                    objectOrEnvelope(parser);
                } else {
                    JsonLocation at = parser.currentTokenLocation();
                    visitor.object(tree(parser), at.getLineNr(), at.getColumnNr());
                }
                token = parser.nextToken();
            }
        }
    }

    private void elements(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonLocation at = parser.currentTokenLocation();
            visitor.object(tree(parser), at.getLineNr(), at.getColumnNr());
        }
    }

    /** One value of several; for a whole document trailing tokens would be a fault, here they are the next values. */
    private static JsonNode tree(JsonParser parser) throws IOException {
        return ELEMENT.readTree(parser);
    }

    /** Reads an envelope's data as it streams by; what turns out to be no envelope is itself the object. */
    private void objectOrEnvelope(JsonParser parser) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        ObjectNode object = Json.object();
        boolean envelope = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals(DATA) && value == JsonToken.START_ARRAY) {
                envelope = true;
                elements(parser);
            } else {
                object.set(field, tree(parser));
            }
        }
        if (!envelope && isEnvelope(object)) {
            visitor.object(object.path(DATA), at.getLineNr(), at.getColumnNr());
        } else if (!envelope) {
            visitor.object(object, at.getLineNr(), at.getColumnNr());
        }
    }
}
