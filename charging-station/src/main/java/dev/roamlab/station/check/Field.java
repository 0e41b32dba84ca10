package dev.roamlab.station.check;

import java.util.List;

/**
 * A field of a model in a file.
 *
 * @param type what it takes
 * @param choices of an {@code ENUM} or of {@code TEXTS}
 * @param inner fields of each element of {@code OBJECTS}
 */
record Field(String name, boolean required, Type type, String description, List<String> choices, List<Field> inner) {

    /** What a field takes. */
    enum Type {
        TEXT,
        NUMBER,
        WHOLE,
        FLAG,
        ENUM,
        /** A list of texts. */
        TEXTS,
        /** A list of objects. */
        OBJECTS,
        /** Configuration keys with their values. */
        KEYS,
        QUIRKS
    }

    static Field of(String name, Type type, String description) {
        return new Field(name, true, type, description, List.of(), List.of());
    }

    Field optional() {
        return new Field(name, false, type, description, choices, inner);
    }

    Field choices(List<String> possible) {
        return new Field(name, required, type, description, possible, inner);
    }

    Field of(List<Field> fields) {
        return new Field(name, required, type, description, choices, fields);
    }
}
