package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Within;
import java.util.Optional;

/** Which chargers a list shows. */
record ChargerQuery(
        @Says("At most so many; 100 if absent. A page may hold fewer although others follow.")
        @Within(min = 1, max = 1000)
        Optional<Integer> limit,

        @Says("Go on behind this; from `next` or the Link header.") @Length(max = 200) Optional<String> cursor,

        @Says("Only those of this fleet.") @Length(max = 64) Optional<String> group,

        @Says("Only those of this model of the catalogue.") @Length(max = 64) Optional<String> type,

        @Says("Only those that stand so with their central system.")
        Optional<ConnectionState> connection,

        @Says("Only those whose id begins so.") @Length(max = 48) Optional<String> idPrefix) {}
