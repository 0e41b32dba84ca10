package dev.roamlab.cli.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Options in a file: {@code speed} for every command, {@code demo.speed} for one. An unknown key is an error. */
final class ConfigFile {
    private final Path file;
    private final Map<String, String> values;

    private ConfigFile(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads a configuration file.
     *
     * @param known every key that means something
     * @throws UserError when it cannot be read, or holds a key that nothing knows
     */
    static ConfigFile read(Path file, Set<String> known) {
        String text = text(file);
        Map<String, String> values =
                file.toString().endsWith(".properties") ? properties(file, text) : yaml(file, text);
        values.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new UserError(
                    file + ": '" + key + "' is no option.",
                    (Suggestions.didYouMean(key, known) + " Keys are option names without dashes in front, such as"
                                    + " 'speed', or 'demo.speed' for one command.")
                            .strip());
        });
        return new ConfigFile(file, values);
    }

    Path path() {
        return file;
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new UserError("--config: there is no file " + file + ".", "Check the path, or leave --config out.");
        } catch (IOException unreadable) {
            throw new UserError(
                    "--config: cannot read " + file + ".", "It has to be a text file in UTF-8 that you may read.");
        }
    }

    private static Map<String, String> properties(Path file, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformed) {
            throw new UserError(file + ": " + malformed.getMessage() + ".", "Write one 'key = value' per line.");
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    private static Map<String, String> yaml(Path file, String text) {
        Map<String, String> values = new TreeMap<>();
        try {
            var mapper = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
            flatten(file, "", mapper.readTree(text), values);
        } catch (JsonProcessingException malformed) {
            throw new UserError(
                    file + ": " + where(malformed) + ".",
                    "It has to be YAML: 'option: value' lines, and one level of commands.");
        }
        return values;
    }

    /** What the parser says over several lines, without the excerpts in between. */
    private static String where(JsonProcessingException malformed) {
        String reason = malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining(", "));
        return "line " + malformed.getLocation().getLineNr() + ": " + reason;
    }

    private static void flatten(Path file, String prefix, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            file,
                            prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey(),
                            field.getValue(),
                            values));
        } else if (node.isValueNode() && !prefix.isEmpty()) {
            values.put(prefix, node.asText());
        } else if (!node.isMissingNode() && !node.isNull()) {
            throw new UserError(
                    file + ": " + (prefix.isEmpty() ? "the file" : "'" + prefix + "'") + " is a "
                            + (node.isArray() ? "list" : "text") + ".",
                    "Give option names with one value each, such as 'speed: 10'.");
        }
    }
}
