package dev.roamlab.ocpp.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What a payload record looks like: worked out once per record. */
public final class Shape {
    private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

    private final Constructor<?> constructor;
    private final List<Field> fields;

    private Shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its constructor: " + type, impossible);
        }
        constructor.setAccessible(true);
        fields = Stream.of(components).map(Field::new).toList();
    }

    /** The shape of a payload record. */
    public static Shape of(Class<?> type) {
        Shape known = KNOWN.get(type);
        if (known == null) {
            // Not computeIfAbsent: a shape asks for those of its parts.
            known = new Shape(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    /** Its fields, in their order. */
    public List<Field> fields() {
        return fields;
    }

    Object read(JsonNode json, String path) {
        if (!(json instanceof ObjectNode object)) {
            throw new OcppCallException(
                    RpcErrorCode.TYPE_CONSTRAINT_VIOLATION,
                    path + ": " + Leaf.shortened(json.toString()) + ", must be an object");
        }
        return create(
                path,
                fields.stream()
                        .map(field -> field.read(object.path(field.name()), path + "." + field.name()))
                        .toArray());
    }

    void write(Object payload, ObjectNode json, String path) {
        for (Field field : fields) {
            field.write(payload, json, path + "." + field.name());
        }
    }

    /**
     * A payload of these values, one for each field.
     *
     * @throws OcppCallException naming the path, when the record refuses them
     */
    public Object create(String path, Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException broken) {
            if (broken.getCause() instanceof IllegalArgumentException refused) {
                throw new OcppCallException(
                        RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION, path + ": " + refused.getMessage());
            }
            throw new IllegalStateException("a payload record only checks its own values", broken);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records can be made", impossible);
        }
    }
}
