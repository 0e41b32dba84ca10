package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.Require;
import java.time.Instant;

/** An exception to the regular hours. Spec: mod_locations_exceptionalperiod_class. */
public record ExceptionalPeriod(Instant periodBegin, Instant periodEnd) {
    public ExceptionalPeriod {
        Require.present("period_begin", periodBegin);
        Require.present("period_end", periodEnd);
    }
}
