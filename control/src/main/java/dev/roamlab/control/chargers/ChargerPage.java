package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.Says;
import java.util.List;
import java.util.Optional;

/** One page of a list of chargers. */
@Says("One page of a list.")
record ChargerPage(
        @Says("In the order of their ids.") List<Charger> chargers,

        @Says("How many chargers there are in all, whatever was asked for.")
        int total,

        @Says("Give it as `cursor` to go on; absent on the last page.")
        Optional<String> next) {}
