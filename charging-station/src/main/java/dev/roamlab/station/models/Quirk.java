package dev.roamlab.station.models;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A way in which stations in the field differ from the book. A model has some of them as data. */
public enum Quirk {
    /** Takes so long to answer what it is asked, in milliseconds. */
    ANSWERS_AFTER_MILLIS("answersAfterMillis", 1, 60_000),
    /** Its clock is off by so many seconds: ahead, or behind when negative. */
    CLOCK_OFFSET_SECONDS("clockOffsetSeconds", -315_360_000, 315_360_000),
    /** Answers TriggerMessage with NotImplemented. */
    IGNORES_TRIGGERS("ignoresTriggers"),
    /** A DC station that does not tell how full the car is. */
    NO_STATE_OF_CHARGE("noStateOfCharge"),
    /** Says nothing of the status of the station as a whole (connector 0). */
    NO_STATION_STATUS("noStationStatus"),
    /** Tells a changed status only after so many seconds. */
    STATUS_AFTER_SECONDS("statusAfterSeconds", 1, 300),
    /** Sends tokens in upper case, whatever the card says. */
    UPPER_CASE_TOKENS("upperCaseTokens");

    private final String wireName;
    private final int min;
    private final int max;

    Quirk(String wireName) {
        this(wireName, 0, 0);
    }

    Quirk(String wireName, int min, int max) {
        this.wireName = wireName;
        this.min = min;
        this.max = max;
    }

    /** The quirk with this name in a catalogue. */
    public static Optional<Quirk> named(String wireName) {
        return Stream.of(values())
                .filter(quirk -> quirk.wireName.equals(wireName))
                .findFirst();
    }

    /** All, as a catalogue spells them. */
    public static List<String> names() {
        return Stream.of(values()).map(Quirk::wireName).toList();
    }

    /** How a catalogue spells it. */
    public String wireName() {
        return wireName;
    }

    /** Whether it is there or not, without a number. */
    public boolean isFlag() {
        return max == 0;
    }

    /** The least number it takes. */
    public int min() {
        return min;
    }

    /** The greatest number it takes. */
    public int max() {
        return max;
    }
}
