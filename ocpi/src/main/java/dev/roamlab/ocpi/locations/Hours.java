package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.WireName;
import java.util.List;

/**
 * When a location is open: always or by weekday, with exceptions. Closings override everything else. Spec:
 * mod_locations_hours_class.
 */
public record Hours(
        @WireName("twentyfourseven") boolean twentyFourSeven,
        List<RegularHours> regularHours,
        List<ExceptionalPeriod> exceptionalOpenings,
        List<ExceptionalPeriod> exceptionalClosings) {
    public Hours {
        regularHours = List.copyOf(regularHours);
        if (twentyFourSeven) {
            Require.that(
                    regularHours.isEmpty(),
                    "regular_hours",
                    "none when twentyfourseven is true",
                    regularHours.size() + " entries");
        } else {
            Require.notEmpty("regular_hours", regularHours);
        }
        exceptionalOpenings = List.copyOf(exceptionalOpenings);
        exceptionalClosings = List.copyOf(exceptionalClosings);
    }

    /** Open at all times. */
    public static Hours always() {
        return new Hours(true, List.of(), List.of(), List.of());
    }
}
