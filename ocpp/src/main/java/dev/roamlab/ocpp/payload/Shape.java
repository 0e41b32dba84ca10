package dev.roamlab.ocpp.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** What a payload record looks like: worked out once per record. */
public final class Shape {
    private final Constructor<?> constructor;
    private final List<Field> fields;

    Shape(Class<?> type, Binding binding) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its constructor: " + type, impossible);
        }
        constructor.setAccessible(true);
        fields = Stream.of(components)
                .map(component -> new Field(component, binding))
                .toList();
    }

    /** The shape of a payload record whose parts are their own payloads. */
    public static Shape of(Class<?> type) {
        return Binding.PLAIN.shape(type);
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
                throw Codec.wrong(path, refused);
            }
            throw new IllegalStateException("a payload record only checks its own values", broken);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records can be made", impossible);
        }
    }
}
