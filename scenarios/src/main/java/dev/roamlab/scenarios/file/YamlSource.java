package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file as a JSON tree that knows the line of each of its parts. Plain scalars are read as YAML 1.2 does: {@code no} is
 * a text and {@code 17:00} is no number.
 */
final class YamlSource {
    private static final int CLIP = 60;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final Map<String, Mark> values = new HashMap<>();
    private final Map<String, Mark> keys = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private JsonNode root = NullNode.instance;

    private YamlSource(String file) {
        this.file = file;
    }

    /** Reads a text; what is wrong with it as YAML is among its {@link #problems}. */
    static YamlSource read(String file, String text) {
        YamlSource source = new YamlSource(file);
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(64 * 1024 * 1024);
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node != null) {
                source.root = source.convert(node, "");
            }
        } catch (MarkedYAMLException broken) {
            source.syntax(broken);
        } catch (org.yaml.snakeyaml.error.YAMLException broken) {
            source.problems.add(
                    new Problem(file, 1, 1, "is not YAML: " + broken.getMessage(), Optional.empty(), Optional.empty()));
        }
        return source;
    }

    /** The tree; JSON null for an empty file. */
    JsonNode root() {
        return root;
    }

    /** What is wrong with the file as YAML. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** A problem with the value at a JSON pointer, or with the nearest thing around it. */
    Problem problem(String pointer, String rule, Optional<String> suggestion) {
        return at(values, pointer, rule, Optional.of(clip(root.at(pointer))), suggestion);
    }

    /** A problem with something that should be inside the value at a pointer. */
    Problem missing(String pointer, String rule, Optional<String> suggestion) {
        return at(values, pointer, rule, Optional.empty(), suggestion);
    }

    /** A problem with the key at a pointer. */
    Problem key(String pointer, String rule, Optional<String> suggestion) {
        return at(keys, pointer, rule, Optional.empty(), suggestion);
    }

    private Problem at(
            Map<String, Mark> marks, String pointer, String rule, Optional<String> value, Optional<String> suggestion) {
        String near = pointer;
        Mark mark = marks.get(near);
        while (mark == null && !near.isEmpty()) {
            near = near.substring(0, near.lastIndexOf('/'));
            mark = values.get(near);
        }
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        return new Problem(file, line, column, rule, value.filter(found -> !found.isEmpty()), suggestion);
    }

    private void syntax(MarkedYAMLException broken) {
        Mark mark = broken.getProblemMark();
        String what = String.valueOf(broken.getProblem());
        problems.add(new Problem(
                file,
                mark == null ? 1 : mark.getLine() + 1,
                mark == null ? 1 : mark.getColumn() + 1,
                "is not YAML here: " + what,
                Optional.empty(),
                Optional.empty()));
    }

    private JsonNode convert(Node node, String pointer) {
        values.put(pointer, node.getStartMark());
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(convert(element, pointer + "/" + array.size()));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String inner = pointer + "/" + escape(key);
            keys.put(inner, entry.getKeyNode().getStartMark());
            if (object.has(key)) {
                problems.add(key(inner, "'" + key + "' stands here twice", Optional.empty()));
            }
            object.set(key, convert(entry.getValueNode(), inner));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return TextNode.valueOf(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return NullNode.instance;
        }
        return NUMBER.matcher(text).matches() ? number(text) : TextNode.valueOf(text);
    }

    private static JsonNode number(String text) {
        BigDecimal number = new BigDecimal(text);
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() < 18;
        return whole ? JSON.numberNode(number.longValueExact()) : DecimalNode.valueOf(number);
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String clip(JsonNode node) {
        String text = node.isMissingNode() ? "" : node.isTextual() ? "'" + node.textValue() + "'" : node.toString();
        return text.length() <= CLIP ? text : text.substring(0, CLIP) + "…";
    }
}
