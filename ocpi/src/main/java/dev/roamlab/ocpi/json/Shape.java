package dev.roamlab.ocpi.json;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Since;
import dev.roamlab.ocpi.types.WireName;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a record looks like on the wire, read off its components once. */
final class Shape {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    /** Asked for every value of every message, and slow to find out. */
    private static final ClassValue<Boolean> TEXTS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return components != null && components.length == 1 && components[0].getType() == String.class;
        }
    };

    private final Class<?> type;
    private final List<Slot> slots;
    private final Map<String, Slot> byName = new LinkedHashMap<>();
    private final MethodHandle constructor;

    private Shape(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.slots = Arrays.stream(components).map(Shape::slot).toList();
        slots.forEach(slot -> byName.put(slot.name(), slot));
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(type + " must be a public record", hidden);
        }
    }

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    List<Slot> slots() {
        return slots;
    }

    Set<String> names() {
        return byName.keySet();
    }

    Optional<Slot> slot(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Object construct(Object[] arguments) throws Throwable {
        return constructor.invoke(arguments);
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }

    /** A record with one text component stands for a JSON string. */
    static boolean isText(Class<?> type) {
        return TEXTS.get(type);
    }

    /** Whether a value of this type is a JSON object that has a shape of its own. */
    static boolean isObject(Class<?> type) {
        return type.isRecord() && !isText(type);
    }

    private static Slot slot(RecordComponent component) {
        WireName given = component.getAnnotation(WireName.class);
        Since since = component.getAnnotation(Since.class);
        return new Slot(
                given == null ? snakeCase(component.getName()) : given.value(),
                cardinality(component.getType()),
                element(component),
                since == null ? OcpiVersion.V2_2_1 : since.value(),
                accessor(component));
    }

    private static Cardinality cardinality(Class<?> declared) {
        if (declared == Optional.class) {
            return Cardinality.OPTIONAL;
        }
        return declared == List.class ? Cardinality.MANY : Cardinality.ONE;
    }

    private static Class<?> element(RecordComponent component) {
        Type generic = component.getGenericType();
        if (generic instanceof ParameterizedType parameterized
                && (component.getType() == Optional.class || component.getType() == List.class)) {
            return (Class<?>) parameterized.getActualTypeArguments()[0];
        }
        return component.getType();
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(component + " must be public", hidden);
        }
    }

    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }

    /** How often a field may occur. {@code MANY} covers the specification's {@code *} and {@code +}. */
    enum Cardinality {
        ONE,
        OPTIONAL,
        MANY
    }

    /** One field of an object. */
    record Slot(String name, Cardinality cardinality, Class<?> element, OcpiVersion since, MethodHandle accessor) {
        Object read(Record owner) {
            try {
                return accessor.invokeExact((Object) owner);
            } catch (Throwable broken) {
                throw new IllegalStateException("an accessor of " + owner.getClass() + " failed", broken);
            }
        }
    }
}
