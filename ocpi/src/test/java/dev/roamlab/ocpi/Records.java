package dev.roamlab.ocpi;

import dev.roamlab.ocpi.types.WireName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reflection on records, for the tests that hold for all of them. */
final class Records {
    private static final String ROOT = "dev.roamlab.ocpi.";

    private Records() {}

    static Class<?> named(String name) throws ClassNotFoundException {
        return name.equals("tariffs.DayOfWeek") ? java.time.DayOfWeek.class : Class.forName(ROOT + name);
    }

    static String wireName(RecordComponent component) {
        WireName given = component.getAnnotation(WireName.class);
        return given != null
                ? given.value()
                : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The type of one value: of the element for lists and optional fields. */
    static Class<?> valueType(RecordComponent component) {
        Type type = component.getGenericType();
        return (Class<?>) (type instanceof ParameterizedType of ? of.getActualTypeArguments()[0] : type);
    }

    static boolean isList(RecordComponent component) {
        return component.getType() == List.class;
    }

    static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class;
    }

    /** A record and all records in it. */
    static Stream<Record> within(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(Records::within);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().flatMap(Records::within);
        }
        if (!(value instanceof Record record)) {
            return Stream.empty();
        }
        Stream<Record> inner = Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> get(record, component))
                .flatMap(Records::within);
        return Stream.concat(Stream.of(record), inner);
    }

    /** The record with another value in one component; throws what its constructor throws. */
    static Record with(Record record, RecordComponent changed, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(changed.getName()) ? value : get(record, component))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static Object get(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
