package dev.roamlab.station.charging;

import dev.roamlab.station.physics.PowerLimit;
import java.time.Instant;

/**
 * What profiles allow for a while.
 *
 * @param limit all purposes together
 * @param least below this, charging is not worth while and stops; {@link PowerLimit#ZERO} without a bound
 * @param until when that may change; {@link Instant#MAX} for never
 */
public record Ceiling(PowerLimit limit, PowerLimit least, Instant until) {
    static final Ceiling OPEN = new Ceiling(PowerLimit.NONE, PowerLimit.ZERO, Instant.MAX);

    /** Both at once, until the first of them changes. */
    public Ceiling and(Ceiling other) {
        return new Ceiling(
                limit.and(other.limit),
                least.watts() > other.least.watts() ? least : other.least,
                until.isBefore(other.until) ? until : other.until);
    }

    Ceiling atMostUntil(Instant end) {
        return end.isBefore(until) ? new Ceiling(limit, least, end) : this;
    }

    /** What may flow in truth: nothing, where all that is allowed is less than is worth while. */
    public PowerLimit effective() {
        boolean tooLittle = limit.watts() < least.watts()
                || (least.watts() == Double.POSITIVE_INFINITY && limit.amps() < least.amps());
        return tooLittle ? PowerLimit.ZERO : limit;
    }
}
