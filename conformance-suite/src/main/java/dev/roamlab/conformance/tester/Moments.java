package dev.roamlab.conformance.tester;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** OCPI's DateTime, written and read. Spec: types_datetime_type. */
public final class Moments {
    private Moments() {}

    /** The present moment. */
    public static String now() {
        return text(Instant.now());
    }

    /** A moment in UTC, to the millisecond at most. */
    public static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The moment that the text names; without a zone it is UTC. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noZone) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException noDateTime) {
                return Optional.empty();
            }
        }
    }
}
