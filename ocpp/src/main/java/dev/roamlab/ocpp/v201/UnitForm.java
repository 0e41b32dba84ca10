package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.UnitOfMeasure;
import dev.roamlab.ocpp.payload.Max;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a figure counts, and in which power of ten. Spec: OCPP 2.0.1, UnitOfMeasureType.
 *
 * @param unit a standardised one or any other
 * @param multiplier 3 for thousands
 */
record UnitForm(@Max(20) Optional<String> unit, Optional<Integer> multiplier) {
    /** No meter counts in larger or smaller powers of ten. */
    static final int MAX_POWER = 15;

    private static final Map<UnitOfMeasure, String> NAMES = names();
    private static final Map<String, Base> BASES = bases();

    /** A base unit, and the power of ten between it and what the wire says. */
    record Base(UnitOfMeasure unit, int power) {}

    static UnitForm of(UnitOfMeasure unit) {
        return new UnitForm(Optional.ofNullable(NAMES.get(unit)), Optional.empty());
    }

    /** What a unit of the wire counts; empty when nobody knows. */
    static Optional<Base> base(String unit) {
        return Optional.ofNullable(BASES.get(unit));
    }

    String name() {
        return unit.orElse("");
    }

    private static Map<UnitOfMeasure, String> names() {
        Map<UnitOfMeasure, String> names = new EnumMap<>(UnitOfMeasure.class);
        for (UnitOfMeasure unit : UnitOfMeasure.values()) {
            names.put(
                    unit,
                    switch (unit) {
                        case WH -> "Wh";
                        case VARH -> "varh";
                        case W -> "W";
                        case VAR -> "var";
                        case VA -> "VA";
                        case A -> "A";
                        case V -> "V";
                        case CELSIUS -> "Celsius";
                        case FAHRENHEIT -> "Fahrenheit";
                        case K -> "K";
                        case PERCENT -> "Percent";
                    });
        }
        return names;
    }

    private static Map<String, Base> bases() {
        Map<String, Base> bases = new HashMap<>();
        NAMES.forEach((unit, name) -> bases.put(name, new Base(unit, 0)));
        for (UnitOfMeasure unit : new UnitOfMeasure[] {
            UnitOfMeasure.WH, UnitOfMeasure.VARH, UnitOfMeasure.W, UnitOfMeasure.VAR, UnitOfMeasure.VA
        }) {
            bases.put("k" + NAMES.get(unit), new Base(unit, 3));
            bases.put("M" + NAMES.get(unit), new Base(unit, 6));
        }
        return Map.copyOf(bases);
    }
}
