package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.Require;
import java.time.Instant;
import java.util.Optional;

/** A planned status; it only informs, the change itself is sent when it happens. Spec: mod_locations_statusschedule_class. */
public record StatusSchedule(Instant periodBegin, Optional<Instant> periodEnd, Status status) {
    public StatusSchedule {
        Require.present("period_begin", periodBegin);
        Require.present("status", status);
    }
}
