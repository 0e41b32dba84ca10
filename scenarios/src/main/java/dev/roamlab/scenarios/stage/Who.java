package dev.roamlab.scenarios.stage;

import java.util.Locale;

/** The systems of a lab, as scenarios name them. */
public enum Who {
    /** The driver's provider. */
    EMSP,
    /** The operator of the chargers, with its central system. */
    CPO,
    /** The charging stations on the street. */
    CHARGER;

    /** The word in scenario files: {@code emsp}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
