package dev.roamlab.station.charging;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that holds for a while.
 *
 * @param value absent: nothing is said
 * @param until when that may change; {@link Instant#MAX} for never
 */
record Span<T>(Optional<T> value, Instant until) {
    static <T> Span<T> of(T value, Instant until) {
        return new Span<>(Optional.of(value), until);
    }

    static <T> Span<T> nothing(Instant until) {
        return new Span<>(Optional.empty(), until);
    }

    Span<T> atMostUntil(Instant end) {
        return end.isBefore(until) ? new Span<>(value, end) : this;
    }
}
