package dev.roamlab.ocpi.json;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import java.util.List;

/**
 * One field of an object as one version writes it: for documents about the protocol.
 *
 * @param required whether it may be left out; a list may, even if it is not
 * @param list whether its value is a list of elements
 * @param element what one value is
 */
public record WireField(String name, boolean required, boolean list, Class<?> element) {

    static WireField of(Shape.Slot slot) {
        return new WireField(
                slot.name(),
                slot.cardinality() == Shape.Cardinality.ONE,
                slot.cardinality() == Shape.Cardinality.MANY,
                slot.element());
    }

    /** Whether a value is an object with fields of its own. */
    public boolean isObject() {
        return Shape.isObject(element);
    }

    /** The words that a value may be, or that the version lists where others are possible; none where it is no enumeration. */
    public List<String> words(OcpiVersion version) {
        if (element.isEnum()) {
            return Scalars.constants(element);
        }
        return OpenEnum.class.isAssignableFrom(element)
                ? Listed.in(element.asSubclass(OpenEnum.class), version).stream()
                        .sorted()
                        .toList()
                : List.of();
    }
}
