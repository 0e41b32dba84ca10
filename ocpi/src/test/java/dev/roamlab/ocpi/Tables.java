package dev.roamlab.ocpi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.roamlab.ocpi.types.OcpiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The specification's tables of fields and values, read from {@code fields-….txt} and {@code enums-….txt}. */
final class Tables {
    private static final Pattern LENGTH = Pattern.compile("(?:string|CiString)\\((\\d+)\\)");

    private final Map<String, List<Field>> classes;

    private Tables(Map<String, List<Field>> classes) {
        this.classes = classes;
    }

    /** A field as its table has it. */
    record Field(String name, String type, String cardinality) {
        OptionalInt maxLength() {
            Matcher matcher = LENGTH.matcher(type);
            return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
        }

        String bareType() {
            return type.replaceAll("\\(.*", "");
        }

        boolean required() {
            return cardinality.equals("1") || cardinality.equals("+");
        }
    }

    static Tables of(OcpiVersion version) {
        Map<String, List<Field>> classes = new LinkedHashMap<>();
        read("fields-" + version + ".txt").forEach((name, lines) -> classes.put(name, fields(lines)));
        return new Tables(classes);
    }

    /** Name, a blank, and open or closed; then the values. */
    static Map<String, List<String>> enums(OcpiVersion version) {
        return read("enums-" + version + ".txt");
    }

    /** Package and name of each class, and its fields. */
    Map<String, List<Field>> classes() {
        return classes;
    }

    /** The class that a field's type names, if it is one. */
    Optional<String> classNamed(String simpleName) {
        return classes.keySet().stream()
                .filter(name -> name.endsWith("." + simpleName))
                .findFirst();
    }

    List<Field> fields(String className) {
        return Objects.requireNonNull(classes.get(className), className);
    }

    private static List<Field> fields(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" "))
                .map(parts -> new Field(parts[0], parts[1], parts[2]))
                .toList();
    }

    private static Map<String, List<String>> read(String file) {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        List<String> block = new ArrayList<>();
        for (String line : text(file).lines().toList()) {
            if (line.startsWith("  ")) {
                block.add(line.strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                block = new ArrayList<>();
                blocks.put(line, block);
            }
        }
        return blocks;
    }

    private static String text(String file) {
        try (InputStream in = Tables.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
