package dev.roamlab.conformance.catalogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value with one spelling in the catalogue files. */
public interface Spelled {
    String spelling();

    static <E extends Enum<E> & Spelled> Optional<E> find(Class<E> type, String spelling) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.spelling().equals(spelling))
                .findFirst();
    }

    static <E extends Enum<E> & Spelled> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelled::spelling).collect(Collectors.joining(", "));
    }
}
