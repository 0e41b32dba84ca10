package dev.roamlab.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reading of OCPI's DateTime, with a zone or, as OCPI allows, without one in UTC. */
public final class Moment {
    private Moment() {}

    /** The instant; empty when the value is none. */
    public static Optional<Instant> of(JsonNode value) {
        return value.isTextual() ? of(value.textValue()) : Optional.empty();
    }

    /** The instant; empty when the text is none. */
    public static Optional<Instant> of(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException withoutOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    /** As a DateTime, cut off at the second when there is no fraction of it. */
    public static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
