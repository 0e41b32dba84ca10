package dev.roamlab.control.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What objects of one kind look like: worked out once per record. */
public final class Shape {
    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Slot> slots;

    private Shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            this.type = type;
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            this.slots = Stream.of(components).map(Slot::new).toList();
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its constructor: " + type, impossible);
        }
    }

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    List<Slot> slots() {
        return slots;
    }

    String name() {
        return type.getSimpleName();
    }

    Optional<String> meaning() {
        return Optional.ofNullable(type.getAnnotation(Says.class)).map(Says::value);
    }

    /**
     * Reads an object.
     *
     * @throws InvalidValue naming everything that is wrong
     */
    public static <T extends Record> T read(JsonNode json, Class<T> type) {
        List<Wrong> wrongs = new ArrayList<>();
        Optional<Object> value = new Reading(wrongs).object(of(type), json, "");
        if (!wrongs.isEmpty() || value.isEmpty()) {
            throw new InvalidValue(wrongs);
        }
        return type.cast(value.get());
    }

    /** A constant by its spelling on the wire. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Optional.ofNullable(Words.all(type).get(word)).map(type::cast);
    }

    /** How the constants of a type are spelt on the wire, separated by commas. */
    public static String words(Class<? extends Enum<?>> type) {
        return String.join(", ", Words.all(type).keySet());
    }

    /** What one value of a field is; empty when there is no such field. */
    public static Optional<Class<?>> elementOf(Class<?> type, String field) {
        return of(type).slots.stream()
                .filter(slot -> slot.name().equals(field))
                .findFirst()
                .map(Slot::element);
    }

    /** Writes an object; what is absent is left out. */
    public static ObjectNode write(Record value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Slot slot : of(value.getClass()).slots) {
            write(slot, slot.of(value), json);
        }
        return json;
    }

    private static void write(Slot slot, Object value, ObjectNode json) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> json.set(slot.name(), writeOne(present)));
        } else if (value instanceof List<?> list) {
            ArrayNode array = json.putArray(slot.name());
            list.forEach(element -> array.add(writeOne(element)));
        } else {
            json.set(slot.name(), writeOne(value));
        }
    }

    private static JsonNode writeOne(Object value) {
        return value instanceof Record part ? write(part) : Scalars.write(value);
    }

    /** Makes the object of its values; what the record itself refuses is wrong as well. */
    Optional<Object> create(Object[] values, String pointer, List<Wrong> wrongs) {
        try {
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException reason) {
                wrongs.add(wrong(pointer, String.valueOf(reason.getMessage())));
                return Optional.empty();
            }
            throw new IllegalStateException("a record only checks its own values: " + type, refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records can be made: " + type, impossible);
        }
    }

    /** Our records begin a message with the field's name. */
    private Wrong wrong(String pointer, String message) {
        int colon = message.indexOf(": ");
        String field = colon < 0 ? "" : message.substring(0, colon);
        return slots.stream().anyMatch(slot -> slot.name().equals(field))
                ? new Wrong(pointer + "/" + field, message.substring(colon + 2))
                : new Wrong(pointer, message);
    }
}
