package dev.roamlab.scenarios.world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Something that a world has or lacks, and that parts of a story need. */
public enum Feature {
    /** The charger at {@code place} has two EVSEs, so two can charge at the same time. */
    TWO_SOCKETS("the charger at {place} has two EVSEs"),
    /** The charger at {@code place} has a single EVSE. */
    ONE_SOCKET("the charger at {place} has one EVSE only"),
    /** The EVSE at {@code place.other_evse} can be started from an app. */
    REMOTE_START("{place.other_evse} can be started from an app"),
    /** {@code broken} names an EVSE that nobody charges at. */
    SPARE_EVSE("{broken} names an EVSE that nobody charges at"),
    /** {@code closing} names a further one. */
    CLOSING_EVSE("{closing} names an EVSE that nobody charges at, another than {broken}"),
    /** {@code broken} and {@code closing} are two locations. */
    THREE_TOUCHED("{broken}, {closing} and the new place are three locations"),
    /** {@code fast.tariff} is another tariff than {@code place.tariff}. */
    SECOND_TARIFF("{fast.tariff} is another tariff than {place.tariff}");

    private final String meaning;

    Feature(String meaning) {
        this.meaning = meaning;
    }

    /** What is true of a world that has it. */
    public String meaning() {
        return meaning;
    }

    /** The word in scenario and world files: {@code two_sockets}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> spellings() {
        return Arrays.stream(values()).map(Feature::spelling).toList();
    }

    /** The feature with a word that the schema has let through. */
    public static Feature of(String spelling) {
        return valueOf(spelling.toUpperCase(Locale.ROOT));
    }
}
