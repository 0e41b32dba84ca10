package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.Require;
import java.time.LocalTime;

/**
 * One opening period of a weekday, in local time; hours over midnight take two. Spec: mod_locations_regularhours_class.
 *
 * @param weekday from Monday, 1, to Sunday, 7
 */
public record RegularHours(int weekday, LocalTime periodBegin, LocalTime periodEnd) {
    public RegularHours {
        Require.range("weekday", weekday, 1, 7);
        Require.wholeMinutes("period_begin", periodBegin);
        Require.wholeMinutes("period_end", periodEnd);
        Require.that(periodEnd.isAfter(periodBegin), "period_end", "later than period_begin " + periodBegin, periodEnd);
    }
}
