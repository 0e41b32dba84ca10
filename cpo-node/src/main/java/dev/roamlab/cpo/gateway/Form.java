package dev.roamlab.cpo.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a record looks in JSON: its components by name, those that are empty left out. Worked out once per record. */
final class Form {
    private static final ClassValue<Form> KNOWN = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return new Form(type);
        }
    };

    private final Constructor<?> constructor;
    private final List<Part> parts = new ArrayList<>();

    /** One component. */
    private record Part(RecordComponent component, Value value) {}

    private Form(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
                parts.add(new Part(component, Value.of(component.getGenericType())));
            }
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its constructor: " + type, impossible);
        }
    }

    static Form of(Class<?> type) {
        return KNOWN.get(type);
    }

    ObjectNode write(Object message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        try {
            for (Part part : parts) {
                part.value()
                        .write(part.component().getAccessor().invoke(message))
                        .ifPresent(value -> json.set(part.component().getName(), value));
            }
            return json;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records can be read", impossible);
        }
    }

    Object read(JsonNode json) {
        try {
            return constructor.newInstance(parts.stream()
                    .map(part -> part.value().read(json.path(part.component().getName())))
                    .toArray());
        } catch (ReflectiveOperationException refused) {
            throw new IllegalArgumentException(
                    constructor.getDeclaringClass().getSimpleName() + " cannot be read: " + refused.getCause(),
                    refused);
        }
    }
}
