package dev.roamlab.control.shape;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One field of an object: what it may hold, and how often. */
final class Slot {
    private final RecordComponent component;
    private final Method accessor;
    private final Class<?> element;
    private final Optional<Pattern> form;

    Slot(RecordComponent component) {
        this.component = component;
        this.accessor = component.getAccessor();
        this.element = element(component);
        this.form = annotation(Form.class).map(given -> Pattern.compile(given.value()));
        accessor.setAccessible(true);
    }

    String name() {
        return component.getName();
    }

    /** What one value is. */
    Class<?> element() {
        return element;
    }

    boolean isOptional() {
        return component.getType() == Optional.class;
    }

    boolean isList() {
        return component.getType() == List.class;
    }

    /** A list may be left out: it is empty then. */
    boolean isRequired() {
        return !isOptional() && !isList();
    }

    Optional<String> meaning() {
        return annotation(Says.class).map(Says::value);
    }

    Optional<Length> length() {
        return annotation(Length.class);
    }

    Optional<Within> bounds() {
        return annotation(Within.class);
    }

    Optional<Form> form() {
        return annotation(Form.class);
    }

    Optional<Pattern> pattern() {
        return form;
    }

    Optional<String> example() {
        return annotation(Example.class).map(Example::value);
    }

    Object of(Record owner) {
        try {
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records can be read: " + accessor, impossible);
        }
    }

    private <A extends java.lang.annotation.Annotation> Optional<A> annotation(Class<A> type) {
        return Optional.ofNullable(component.getAnnotation(type));
    }

    private static Class<?> element(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        return boxed(component.getType());
    }

    private static Class<?> boxed(Class<?> type) {
        return switch (type.getName()) {
            case "int" -> Integer.class;
            case "long" -> Long.class;
            case "double" -> Double.class;
            case "boolean" -> Boolean.class;
            default -> type;
        };
    }
}
