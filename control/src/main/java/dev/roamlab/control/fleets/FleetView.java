package dev.roamlab.control.fleets;

import dev.roamlab.control.shape.Example;
import dev.roamlab.control.shape.Length;
import dev.roamlab.control.shape.Says;
import dev.roamlab.control.shape.Within;
import java.util.List;
import java.util.Optional;

/** A fleet and how it stands. */
@Says("A fleet and how it stands.")
record FleetView(
        @Says("The group of its chargers.") String name,
        int chargers,
        @Says("Whose connection stands.") int connected,
        @Says("Whom the central system has accepted, too.") int accepted,
        @Says("Transactions under way.") int charging,

        @Says("What flows, as of each charger's last event.")
        double powerKw,

        @Says("Who comes to them.") Optional<BehaviourView> behaviour) {

    /** All fleets. */
    @Says("All fleets, in the order of their names.")
    record FleetList(List<FleetView> fleets) {}

    /** Drivers and how far they are. */
    @Says("Drivers and how far they are.")
    record BehaviourView(
            @Says("Its id in the catalogue.") String behaviour,
            @Says("Drivers who came.") long begun,

            @Says("Of them, those whose car was charged and who left.")
            long charged,

            @Says("Of those whose card should be good, those who left without a charge.")
            long turnedAway,

            @Says("Chargers that have finished.") int finished) {}

    /** Drivers to be. */
    @Says("Drivers to be; who were there before come no more.")
    record NewBehaviour(
            @Says("Its id in the catalogue, see /behaviours.") @Length(max = 64) @Example("\"motorway\"")
            String behaviour,

            @Says("What they carry.") @Within(min = 0, max = 10_000)
            List<String> tokens,

            @Says("The same seed brings the same drivers.")
            @Within(min = -9_007_199_254_740_991.0, max = 9_007_199_254_740_991.0)
            Optional<Long> seed) {}
}
