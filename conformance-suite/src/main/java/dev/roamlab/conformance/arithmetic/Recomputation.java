package dev.roamlab.conformance.arithmetic;

import java.util.Optional;

/** What came of working out a bill. */
public sealed interface Recomputation permits Bill, NotComputable {
    /** The bill, if there is one. */
    default Optional<Bill> bill() {
        return this instanceof Bill bill ? Optional.of(bill) : Optional.empty();
    }
}
