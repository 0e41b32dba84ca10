package dev.roamlab.conformance.catalogue;

import dev.roamlab.conformance.yaml.YamlNode;
import dev.roamlab.conformance.yaml.YamlNode.Entry;
import dev.roamlab.conformance.yaml.YamlNode.Items;
import dev.roamlab.conformance.yaml.YamlNode.Mapping;
import dev.roamlab.conformance.yaml.YamlNode.Scalar;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One entry of a catalogue file on its way to a {@link Requirement}; every mistake is named with its line. */
final class EntryReader {
    private static final List<String> REQUIRED = List.of(
            "id", "versions", "section", "title", "level", "obliged", "interface", "statement", "probe", "testable");
    private static final List<String> OPTIONAL = List.of("watchlist", "readings");
    private static final Pattern ANCHOR = Pattern.compile("[A-Za-z0-9_-]+");

    private final CatalogueModule module;
    private final String file;
    private final int line;
    private final String name;
    private final Map<String, Entry> fields = new LinkedHashMap<>();

    EntryReader(CatalogueModule module, String file, YamlNode node) {
        this.module = module;
        this.file = file;
        this.line = node.line();
        if (!(node instanceof Mapping mapping)) {
            throw new CatalogueException(file, line, "expected an entry with fields (- id: …)");
        }
        this.name = mapping.entries().stream()
                .filter(entry -> entry.key().equals("id") && entry.value() instanceof Scalar)
                .map(entry -> ((Scalar) entry.value()).text())
                .findFirst()
                .orElse("entry without id");
        mapping.entries().forEach(this::take);
    }

    Requirement read() {
        for (String field : REQUIRED) {
            if (!fields.containsKey(field)) {
                throw problem(line, "field " + field + " is missing");
            }
        }
        return new Requirement(
                id(),
                module,
                versions(),
                section(),
                text("title"),
                word("level", Level.class),
                word("obliged", Obliged.class),
                word("interface", InterfaceSide.class),
                text("statement"),
                text("probe"),
                word("testable", Testable.class),
                readings());
    }

    private void take(Entry entry) {
        if (!REQUIRED.contains(entry.key()) && !OPTIONAL.contains(entry.key())) {
            throw problem(
                    entry.line(),
                    "unknown field " + entry.key() + "; an entry has " + String.join(", ", REQUIRED) + " and perhaps "
                            + String.join(", ", OPTIONAL));
        }
        Entry earlier = fields.putIfAbsent(entry.key(), entry);
        if (earlier != null) {
            throw problem(entry.line(), "field " + entry.key() + " stands twice, first in line " + earlier.line());
        }
    }

    private String id() {
        String id = text("id");
        if (!id.matches(Pattern.quote(module.prefix()) + "-\\d{3}")) {
            throw problem(
                    field("id").line(), "id must be " + module.prefix() + "- and three digits in " + module.file());
        }
        return id;
    }

    private String section() {
        String section = text("section");
        if (!ANCHOR.matcher(section).matches()) {
            throw problem(
                    field("section").line(),
                    "section is \"" + section + "\", must be an anchor: letters, digits, _ and -");
        }
        return section;
    }

    private Set<SpecVersion> versions() {
        Set<SpecVersion> versions = EnumSet.noneOf(SpecVersion.class);
        for (YamlNode node : items("versions")) {
            SpecVersion version = spelled("versions", node, SpecVersion.class);
            if (!versions.add(version)) {
                throw problem(node.line(), "versions holds " + version.spelling() + " twice");
            }
        }
        if (versions.isEmpty()) {
            throw problem(field("versions").line(), "versions is empty, must hold at least one");
        }
        return versions;
    }

    private Optional<Readings> readings() {
        if (fields.containsKey("watchlist") != fields.containsKey("readings")) {
            String present = fields.containsKey("watchlist") ? "watchlist" : "readings";
            String absent = present.equals("watchlist") ? "readings" : "watchlist";
            throw problem(field(present).line(), present + " stands without " + absent + "; both or neither");
        }
        if (!fields.containsKey("watchlist")) {
            return Optional.empty();
        }
        if (!text("watchlist").equals("true")) {
            throw problem(field("watchlist").line(), "watchlist is " + text("watchlist") + ", must be true or absent");
        }
        List<YamlNode> readings = items("readings");
        if (readings.size() != 2) {
            throw problem(field("readings").line(), "readings has " + readings.size() + " items, must have exactly 2");
        }
        return Optional.of(new Readings(text("readings", readings.get(0)), text("readings", readings.get(1))));
    }

    private <E extends Enum<E> & Spelled> E word(String field, Class<E> type) {
        return spelled(field, field(field).value(), type);
    }

    private <E extends Enum<E> & Spelled> E spelled(String field, YamlNode node, Class<E> type) {
        String text = text(field, node);
        return Spelled.find(type, text)
                .orElseThrow(() -> problem(
                        node.line(),
                        "unknown value \"" + text + "\" for " + field + ", must be one of " + Spelled.all(type)));
    }

    private String text(String field) {
        return text(field, field(field).value());
    }

    private String text(String field, YamlNode node) {
        if (!(node instanceof Scalar scalar)) {
            throw problem(node.line(), field + " must be text");
        }
        if (scalar.text().isBlank()) {
            throw problem(node.line(), field + " is empty");
        }
        return scalar.text().strip();
    }

    private List<YamlNode> items(String field) {
        Entry entry = field(field);
        if (!(entry.value() instanceof Items items)) {
            throw problem(entry.line(), field + " must be a list");
        }
        return items.nodes();
    }

    private Entry field(String field) {
        Entry entry = fields.get(field);
        if (entry == null) {
            throw problem(line, "field " + field + " is missing");
        }
        return entry;
    }

    private CatalogueException problem(int at, String problem) {
        return new CatalogueException(file, at, name + ": " + problem);
    }
}
