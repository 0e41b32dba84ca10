package dev.roamlab.scenarios.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks JSON: first its structure, then, now and then, its octets. */
final class Mutations {
    private static final String HOLE = "@hole@";
    private static final Pattern LOCAL = Pattern.compile("\"http://127\\.0\\.0\\.1:\\d+/[^\"]*\"");
    private static final int ROUNDS = 3;

    private Mutations() {}

    /** One character per octet; URLs that the nodes may call stay whole, or vanish whole: no test calls foreign hosts. */
    static String of(JsonNode whole, Chance chance) {
        List<String> fillings = new ArrayList<>();
        JsonNode json = whole.deepCopy();
        for (int rounds = 1 + chance.below(ROUNDS); rounds > 0; rounds--) {
            json = reshape(json, chance, fillings);
        }
        String text = Nasty.octets(json.toString());
        for (String filling : fillings) {
            text = replaceOnce(text, "\"" + HOLE + "\"", filling);
        }
        if (!chance.oneIn(5)) {
            return text;
        }
        String broken = scramble(text, chance);
        return urls(broken).equals(urls(text)) ? broken : text;
    }

    private static String replaceOnce(String text, String what, String by) {
        int at = text.indexOf(what);
        return at < 0 ? text : text.substring(0, at) + by + text.substring(at + what.length());
    }

    private static List<String> urls(String text) {
        return LOCAL.matcher(text).results().map(result -> result.group()).toList();
    }

    // --- structure ---

    private static JsonNode reshape(JsonNode root, Chance chance, List<String> fillings) {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return hole(chance, fillings);
        }
        ContainerNode<?> chosen = chance.pick(containers);
        if (chance.oneIn(40)) {
            return whole(root, chance, fillings);
        }
        if (chosen instanceof ObjectNode object && !object.isEmpty()) {
            reshape(object, root, chance, fillings);
        } else if (chosen instanceof ArrayNode array && !array.isEmpty()) {
            reshape(array, chance, fillings);
        }
        return root;
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> into) {
        if (node instanceof ContainerNode<?> container) {
            into.add(container);
            container.forEach(inner -> collect(inner, into));
        }
    }

    private static JsonNode whole(JsonNode root, Chance chance, List<String> fillings) {
        return switch (chance.below(4)) {
            case 0 -> Json.object().set("data", root);
            case 1 -> Json.MAPPER.createArrayNode().add(root);
            case 2 -> nulls(root);
            default -> hole(chance, fillings);
        };
    }

    private static JsonNode nulls(JsonNode root) {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(root, containers);
        for (ContainerNode<?> container : containers) {
            if (container instanceof ObjectNode object) {
                names(object).stream()
                        .filter(name -> object.path(name).isValueNode())
                        .forEach(object::putNull);
            }
        }
        return root;
    }

    private static void reshape(ObjectNode object, JsonNode root, Chance chance, List<String> fillings) {
        String name = chance.pick(names(object));
        JsonNode value = object.path(name);
        switch (chance.below(10)) {
            case 0 -> object.remove(name);
            case 1 -> rename(object, name, chance);
            case 2 -> object.set(name, Json.MAPPER.createArrayNode().add(value));
            case 3 -> object.set(name, Json.object().set(name, value));
            case 4 -> object.set(name, elsewhere(root, chance));
            case 5 -> object.set(name, tweak(value, chance, fillings));
            case 6 -> object.putNull(name);
            case 7 -> object.set("x_" + name, hole(chance, fillings));
            default -> object.set(name, hole(chance, fillings));
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void rename(ObjectNode object, String name, Chance chance) {
        JsonNode value = object.remove(name);
        object.set(
                chance.pick(
                        List.of(name.toUpperCase(java.util.Locale.ROOT), name + "_", "", "\u0000", "a".repeat(300))),
                value);
    }

    private static JsonNode elsewhere(JsonNode root, Chance chance) {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(root, containers);
        ContainerNode<?> from = chance.pick(containers);
        return from.isEmpty() ? from.deepCopy() : from.iterator().next().deepCopy();
    }

    private static JsonNode tweak(JsonNode value, Chance chance, List<String> fillings) {
        if (value.isTextual() && !value.textValue().startsWith("http")) {
            String text = value.textValue();
            return Json.MAPPER
                    .getNodeFactory()
                    .textNode(chance.pick(List.of(
                            text + " ",
                            " " + text,
                            text.repeat(40),
                            text.toLowerCase(java.util.Locale.ROOT),
                            text + "\u0000",
                            text.substring(text.length() / 2),
                            text + "\u00e9",
                            new StringBuilder(text).reverse().toString())));
        }
        if (value.isNumber()) {
            return Json.MAPPER
                    .getNodeFactory()
                    .numberNode(chance.pick(List.of(
                            value.decimalValue().negate(), value.decimalValue().scaleByPowerOfTen(9),
                            value.decimalValue().scaleByPowerOfTen(-9),
                                    value.decimalValue().add(java.math.BigDecimal.ONE))));
        }
        return hole(chance, fillings);
    }

    private static void reshape(ArrayNode array, Chance chance, List<String> fillings) {
        int at = chance.below(array.size());
        switch (chance.below(6)) {
            case 0 -> array.removeAll();
            case 1 -> array.remove(at);
            case 2 -> array.insert(at, array.get(at).deepCopy());
            case 3 ->
                java.util.stream.IntStream.range(0, 30)
                        .forEach(n -> array.add(array.get(at).deepCopy()));
            case 4 -> array.addNull();
            default -> array.set(at, hole(chance, fillings));
        }
    }

    private static JsonNode hole(Chance chance, List<String> fillings) {
        fillings.add(chance.pick(Nasty.JSON));
        return Json.MAPPER.getNodeFactory().textNode(HOLE);
    }

    // --- octets ---

    /** Deletes, inserts, doubles or cuts a few octets of a text. */
    static String scramble(String text, Chance chance) {
        StringBuilder broken = new StringBuilder(text);
        for (int times = 1 + chance.below(ROUNDS); times > 0; times--) {
            int from = chance.below(broken.length() + 1);
            int to = Math.min(broken.length(), from + 1 + chance.below(8));
            switch (chance.below(7)) {
                case 0 -> broken.delete(from, to);
                case 1 -> broken.insert(from, (char) chance.below(256));
                case 2 -> broken.insert(from, chance.pick(Nasty.JSON));
                case 3 -> broken.insert(from, broken.substring(from, to));
                case 4 -> broken.setLength(from);
                case 5 ->
                    broken.insert(
                            from, chance.pick(List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "\u00ef\u00bb\u00bf")));
                default -> broken.append(chance.pick(List.of("}", "]", "x", " ", "\n{}", "\u0000", ",")));
            }
        }
        return broken.toString();
    }

    /** The octets of a text that holds one in each character. */
    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
