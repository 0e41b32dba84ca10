package dev.roamlab.control.events;

import dev.roamlab.control.shape.Example;
import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Within;
import java.util.Optional;

/** Which events a stream shows. */
record EventQuery(
        @Says("Only those of this charger.") @Length(max = 48) Optional<String> chargePointId,

        @Says("Only those of this fleet.") @Length(max = 64) Optional<String> group,

        @Says("Only those of these types, separated by commas; all if absent.")
        @Length(max = 500) @Example("\"Accepted,TransactionStarted\"")
        Optional<String> type,

        @Says("Go on behind this event, as `Last-Event-ID` does; 0 shows all that are kept. New ones only if absent.")
        @Within(min = 0, max = 9_007_199_254_740_991.0)
        Optional<Long> since,

        @Says("Ends the stream after so many.") @Within(min = 1, max = 1_000_000)
        Optional<Integer> limit) {}
