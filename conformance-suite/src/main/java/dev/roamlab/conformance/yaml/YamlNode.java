package dev.roamlab.conformance.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** YAML that remembers its lines, which Jackson's own tree forgets. */
public sealed interface YamlNode {
    /** The line on which it starts, from 1. */
    int line();

    /** A plain value, as text; empty for null. */
    record Scalar(int line, String text) implements YamlNode {}

    /** A list. */
    record Items(int line, List<YamlNode> nodes) implements YamlNode {}

    /** Entries as written: a repeated key is still there twice. */
    record Mapping(int line, List<Entry> entries) implements YamlNode {}

    /** A key and its value; the line is the key's. */
    record Entry(int line, String key, YamlNode value) {}

    /**
     * Parses one document.
     *
     * @throws NotYaml with the line of the mistake
     */
    static YamlNode parse(String yaml) {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            if (parser.nextToken() == null) {
                throw new NotYaml(1, "the file is empty");
            }
            return read(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new NotYaml(line, "not YAML: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
    }

    private static YamlNode read(JsonParser parser) throws IOException {
        int line = line(parser);
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<YamlNode> nodes = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                nodes.add(read(parser));
            }
            return new Items(line, List.copyOf(nodes));
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            List<Entry> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                int keyLine = line(parser);
                String key = parser.getText();
                parser.nextToken();
                entries.add(new Entry(keyLine, key, read(parser)));
            }
            return new Mapping(line, List.copyOf(entries));
        }
        return new Scalar(line, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }

    /** The text is no YAML. */
    final class NotYaml extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final String problem;

        NotYaml(int line, String problem) {
            super("line " + line + ": " + problem);
            this.line = line;
            this.problem = problem;
        }

        /** From 1. */
        public int line() {
            return line;
        }

        /** What is wrong there. */
        public String problem() {
            return problem;
        }
    }
}
