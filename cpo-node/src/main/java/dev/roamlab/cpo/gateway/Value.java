package dev.roamlab.cpo.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One value of a record, to and from JSON. */
interface Value {
    /** Empty for what is left out. */
    Optional<JsonNode> write(Object value);

    /** From what {@link #write} made; the missing node for what was left out. */
    Object read(JsonNode json);

    /** The way for a type; fails for one that no message has so far. */
    static Value of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return optional(of(generic.getActualTypeArguments()[0]));
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return list(of(generic.getActualTypeArguments()[0]));
        } else if (type instanceof Class<?> plain) {
            return plain(plain);
        }
        throw new IllegalStateException("no form for " + type);
    }

    private static Value plain(Class<?> type) {
        Value leaf = LEAVES.get(type);
        if (leaf != null) {
            return leaf;
        } else if (type.isEnum()) {
            Map<String, Object> constants = new java.util.HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
            return leaf(
                    value -> TextNode.valueOf(((Enum<?>) value).name()),
                    json -> Optional.ofNullable(constants.get(json.textValue())).orElseThrow());
        } else if (type.isRecord()) {
            // Not worked out here: a record may hold itself.
            return leaf(
                    value -> Form.of(type).write(value), json -> Form.of(type).read(json));
        } else if (JsonNode.class.isAssignableFrom(type)) {
            return leaf(JsonNode.class::cast, type::cast);
        }
        throw new IllegalStateException("no form for " + type);
    }

    /** What JSON has a word for; decimals as text, so that every digit stays. */
    Map<Class<?>, Value> LEAVES = Map.ofEntries(
            Map.entry(String.class, leaf(value -> TextNode.valueOf((String) value), JsonNode::textValue)),
            Map.entry(int.class, leaf(value -> IntNode.valueOf((Integer) value), JsonNode::intValue)),
            Map.entry(Integer.class, leaf(value -> IntNode.valueOf((Integer) value), JsonNode::intValue)),
            Map.entry(long.class, leaf(value -> LongNode.valueOf((Long) value), JsonNode::longValue)),
            Map.entry(Long.class, leaf(value -> LongNode.valueOf((Long) value), JsonNode::longValue)),
            Map.entry(boolean.class, leaf(value -> BooleanNode.valueOf((Boolean) value), JsonNode::booleanValue)),
            Map.entry(Boolean.class, leaf(value -> BooleanNode.valueOf((Boolean) value), JsonNode::booleanValue)),
            Map.entry(BigDecimal.class, text(BigDecimal::new)),
            Map.entry(Instant.class, text(Instant::parse)));

    private static Value text(Function<String, Object> parse) {
        return leaf(value -> TextNode.valueOf(value.toString()), json -> parse.apply(json.textValue()));
    }

    private static Value leaf(Function<Object, JsonNode> write, Function<JsonNode, Object> read) {
        return new Value() {
            @Override
            public Optional<JsonNode> write(Object value) {
                return Optional.of(write.apply(value));
            }

            @Override
            public Object read(JsonNode json) {
                return read.apply(json);
            }
        };
    }

    private static Value optional(Value inner) {
        return new Value() {
            @Override
            public Optional<JsonNode> write(Object value) {
                return ((Optional<?>) value).flatMap(inner::write);
            }

            @Override
            public Object read(JsonNode json) {
                return json.isMissingNode() ? Optional.empty() : Optional.of(inner.read(json));
            }
        };
    }

    private static Value list(Value inner) {
        return new Value() {
            @Override
            public Optional<JsonNode> write(Object value) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                ((List<?>) value).forEach(one -> inner.write(one).ifPresent(array::add));
                return array.isEmpty() ? Optional.empty() : Optional.of(array);
            }

            @Override
            public Object read(JsonNode json) {
                List<Object> values = new ArrayList<>(json.size());
                json.forEach(one -> values.add(inner.read(one)));
                return values;
            }
        };
    }
}
