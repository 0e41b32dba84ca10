package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ways to spoil a value. */
final class Mutations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Mutations() {}

    /** Copies of an object, each spoilt at one place. */
    static Stream<JsonNode> of(JsonNode object, String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        Stream<JsonNode> replaced = values(object.at(place)).stream().map(value -> with(object, place, value));
        return Stream.concat(replaced, without(object, place));
    }

    private static List<JsonNode> values(JsonNode value) {
        List<JsonNode> values = new ArrayList<>(List.of(
                JSON.nullNode(),
                JSON.numberNode(7),
                JSON.textNode("7"),
                JSON.booleanNode(true),
                JSON.booleanNode(false)));
        values.add(JSON.objectNode());
        values.add(JSON.arrayNode());
        if (value.isTextual()) {
            texts(value.textValue()).forEach(text -> values.add(TextNode.valueOf(text)));
        } else if (value.isNumber()) {
            Stream.of("-1", "0.5", "3.0", "400", "123456", "0.30000000000000004")
                    .forEach(number -> values.add(DecimalNode.valueOf(new BigDecimal(number))));
            values.add(IntNode.valueOf(400));
        } else if (value instanceof ArrayNode array) {
            values.add(array.isEmpty() ? JSON.objectNode() : array.get(0));
            values.add(array.deepCopy().addAll(array));
        }
        return values;
    }

    private static Stream<String> texts(String text) {
        Stream<String> spoilt = Stream.of(
                "",
                text + "\t",
                text + "é",
                text.repeat(6000 / Math.max(text.length(), 1) + 1),
                "NO_SUCH_VALUE",
                "x-new",
                text.toLowerCase(Locale.ROOT),
                text.toUpperCase(Locale.ROOT),
                "#NA",
                "<b>" + text + "</b>",
                "A".repeat(21),
                "A".repeat(37),
                "A".repeat(46));
        Stream<String> known = text.matches("[A-Z_]{3,}")
                ? Stream.of(
                        "RESERVED",
                        "POWER",
                        "STATE_OF_CHARGE",
                        "COAL",
                        "NOT_ALLOWED",
                        "REJECTED",
                        "RESERVATION",
                        "ENERGY")
                : Stream.empty();
        return Stream.of(spoilt, known, moments(text)).flatMap(each -> each);
    }

    private static Stream<String> moments(String text) {
        if (!text.matches("\\d+[:-].*")) {
            return Stream.empty();
        }
        return Stream.of(
                "2026-07-01 12:00:00Z",
                "2026-07-01T12:00:00+02:00",
                "2026-07-01T12:00:00+00:00",
                "2026-07-01T12:00:00.123456Z",
                "1970-01-01T00:00:00Z",
                "07:00",
                "2020-01-01T00:00:00Z");
    }

    private static JsonNode with(JsonNode object, JsonPointer place, JsonNode value) {
        JsonNode copy = object.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
        return copy;
    }

    /** Left out; under a name in another style; with an unknown field beside it. */
    private static Stream<JsonNode> without(JsonNode object, JsonPointer place) {
        if (!(object.at(place.head()) instanceof ObjectNode)) {
            return Stream.empty();
        }
        String field = place.last().getMatchingProperty();
        ObjectNode left = object.deepCopy();
        ((ObjectNode) left.at(place.head())).remove(field);
        ObjectNode renamed = left.deepCopy();
        ((ObjectNode) renamed.at(place.head())).set(field.toUpperCase(Locale.ROOT), object.at(place));
        boolean first = object.at(place.head()).fieldNames().next().equals(field);
        return Stream.concat(Stream.of(left, renamed), first ? strangers(object, place) : Stream.empty());
    }

    private static Stream<JsonNode> strangers(JsonNode object, JsonPointer place) {
        return Stream.of("excl_vat", "before_taxes", "evses", "message", "authorization_reference")
                .map(name -> {
                    ObjectNode copy = object.deepCopy();
                    ((ObjectNode) copy.at(place.head())).set(name, JSON.numberNode(1));
                    return copy;
                });
    }
}
