package dev.roamlab.control.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.control.shape.Shape;
import dev.roamlab.control.shape.Wrong;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the query as an object: the same rules as for a body, every value a text that may stand for a number or a truth. */
final class Queries {
    private Queries() {}

    /** @throws Refused with 400 naming the parameters */
    static <Q extends Record> Q read(@Nullable String query, Class<Q> type) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (query != null && !query.isEmpty()) {
            Escapes.query(query).forEach((name, text) -> json.set(name, value(name, text, type)));
        }
        try {
            return Shape.read(json, type);
        } catch (InvalidValue invalid) {
            throw Refused.invalid(
                    "the query",
                    new InvalidValue(invalid.wrongs().stream()
                            .map(wrong -> new Wrong(wrong.pointer().replaceFirst("^/", ""), wrong.detail()))
                            .toList()));
        }
    }

    private static JsonNode value(String name, String text, Class<?> type) {
        Optional<Class<?>> wanted = Shape.elementOf(type, name);
        if (wanted.filter(Number.class::isAssignableFrom).isPresent() && text.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            return DoubleNode.valueOf(Double.parseDouble(text));
        }
        if (wanted.filter(Boolean.class::equals).isPresent() && text.matches("true|false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return TextNode.valueOf(text);
    }
}
