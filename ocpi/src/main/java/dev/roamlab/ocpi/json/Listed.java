package dev.roamlab.ocpi.json;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.Since;
import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which values of an open enumeration a version lists, read off its constants. */
final class Listed {
    private Listed() {}

    static Set<String> in(Class<? extends OpenEnum> type, OcpiVersion version) {
        Set<String> listed = new LinkedHashSet<>();
        for (Field field : type.getFields()) {
            Since since = field.getAnnotation(Since.class);
            if (field.getType() == type && (since == null || since.value().compareTo(version) <= 0)) {
                listed.add(constant(type, field).value());
            }
        }
        return listed;
    }

    private static OpenEnum constant(Class<? extends OpenEnum> type, Field field) {
        try {
            return type.cast(field.get(null));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(field + " must be public", hidden);
        }
    }
}
