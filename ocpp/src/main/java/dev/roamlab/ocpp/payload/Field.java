package dev.roamlab.ocpp.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One field of a payload: how often it may occur, and what it may hold. */
public final class Field {
    private final String name;
    private final Method accessor;
    private final Occurs occurs;
    private final Class<?> type;
    private final Codec codec;
    private final OptionalInt maxLength;
    private final OptionalInt atLeast;
    private final OptionalInt atMost;
    private final boolean printable;

    /** How often a field occurs. */
    public enum Occurs {
        ONCE,
        AT_MOST_ONCE,
        ANY_NUMBER,
        AT_LEAST_ONCE
    }

    Field(RecordComponent component, Binding binding) {
        Wire wire = component.getAnnotation(Wire.class);
        name = wire == null ? component.getName() : wire.value();
        accessor = component.getAccessor();
        accessor.setAccessible(true);
        occurs = occurs(component);
        type = occurs == Occurs.ONCE ? boxed(component.getType()) : parameter(component);
        codec = binding.codec(type);
        Max max = component.getAnnotation(Max.class);
        maxLength = max == null ? OptionalInt.empty() : OptionalInt.of(max.value());
        AtLeast lowest = component.getAnnotation(AtLeast.class);
        atLeast = lowest == null ? OptionalInt.empty() : OptionalInt.of(lowest.value());
        AtMost highest = component.getAnnotation(AtMost.class);
        atMost = highest == null ? OptionalInt.empty() : OptionalInt.of(highest.value());
        printable = component.isAnnotationPresent(Printable.class);
    }

    /** How the wire calls it. */
    public String name() {
        return name;
    }

    /** How often it may occur. */
    public Occurs occurs() {
        return occurs;
    }

    /** What one value of it is. */
    public Class<?> type() {
        return type;
    }

    /** The longest text, in characters. */
    public OptionalInt maxLength() {
        return maxLength;
    }

    /** The lowest number. */
    public OptionalInt atLeast() {
        return atLeast;
    }

    /** The highest number, or the greatest number of elements. */
    public OptionalInt atMost() {
        return atMost;
    }

    /** Whether it is printable ASCII only. */
    public boolean isPrintable() {
        return printable;
    }

    Object read(JsonNode json, String path) {
        boolean absent = json.isMissingNode() || json.isNull();
        return switch (occurs) {
            case ONCE -> {
                if (absent) {
                    throw new OcppCallException(
                            RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, path + ": missing, required");
                }
                yield readOne(json, path);
            }
            case AT_MOST_ONCE -> absent ? Optional.empty() : Optional.of(readOne(json, path));
            case ANY_NUMBER, AT_LEAST_ONCE -> readList(json, path, absent);
        };
    }

    void write(Object payload, ObjectNode json, String path) {
        Object value = value(payload);
        switch (occurs) {
            case ONCE -> json.set(name, writeOne(value, path));
            case AT_MOST_ONCE -> ((Optional<?>) value).ifPresent(present -> json.set(name, writeOne(present, path)));
            case ANY_NUMBER, AT_LEAST_ONCE -> writeList((List<?>) value, json, path);
        }
    }

    private Object readOne(JsonNode json, String path) {
        return checked(codec.read(json, path), path);
    }

    private List<Object> readList(JsonNode json, String path, boolean absent) {
        if (!absent && !json.isArray()) {
            throw new OcppCallException(
                    RpcErrorCode.TYPE_CONSTRAINT_VIOLATION,
                    path + ": " + Leaf.shortened(json.toString()) + ", must be an array");
        }
        refuseWrongCount(absent ? 0 : json.size(), path);
        List<Object> values = new ArrayList<>(json.size());
        for (JsonNode element : json) {
            values.add(readOne(element, path + "[" + values.size() + "]"));
        }
        return List.copyOf(values);
    }

    private JsonNode writeOne(Object value, String path) {
        return codec.write(checked(value, path), path);
    }

    private void writeList(List<?> values, ObjectNode json, String path) {
        refuseWrongCount(values.size(), path);
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(name);
            for (Object value : values) {
                array.add(writeOne(value, path + "[" + array.size() + "]"));
            }
        }
    }

    private void refuseWrongCount(int count, String path) {
        if (atMost.isPresent() && count > atMost.getAsInt()) {
            throw new OcppCallException(
                    RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
                    path + ": " + count + " elements, at most " + atMost.getAsInt());
        }
        if (count == 0 && occurs == Occurs.AT_LEAST_ONCE) {
            throw new OcppCallException(
                    RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, path + ": no element, at least 1");
        }
    }

    private Object checked(Object value, String path) {
        if (value instanceof String text && maxLength.isPresent() && text.length() > maxLength.getAsInt()) {
            throw new OcppCallException(
                    RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                    path + ": " + text.length() + " characters, at most " + maxLength.getAsInt());
        }
        if (printable && value instanceof String text && !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new OcppCallException(
                    RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                    path + ": '" + Leaf.shortened(text) + "', printable ASCII only");
        }
        if (value instanceof Integer number && atLeast.isPresent() && number < atLeast.getAsInt()) {
            throw new OcppCallException(
                    RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                    path + ": " + number + ", at least " + atLeast.getAsInt());
        }
        if (value instanceof Integer high && atMost.isPresent() && high > atMost.getAsInt()) {
            throw new OcppCallException(
                    RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION, path + ": " + high + ", at most " + atMost.getAsInt());
        }
        return value;
    }

    private Object value(Object payload) {
        try {
            return accessor.invoke(payload);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records can be read: " + accessor, impossible);
        }
    }

    private static Occurs occurs(RecordComponent component) {
        if (component.getType() == Optional.class) {
            return Occurs.AT_MOST_ONCE;
        } else if (component.getType() == List.class) {
            return component.isAnnotationPresent(NotEmpty.class) ? Occurs.AT_LEAST_ONCE : Occurs.ANY_NUMBER;
        }
        return Occurs.ONCE;
    }

    private static Class<?> parameter(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == int.class) {
            return Integer.class;
        }
        return type == boolean.class ? Boolean.class : type;
    }
}
