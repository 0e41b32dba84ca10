package dev.roamlab.cli.chargers;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.fleet.Destination;
import dev.roamlab.station.models.StationSpec;
import java.util.List;

/**
 * Which chargers there are to be in this process, and who comes to them.
 *
 * @param usual where a charger connects to that comes later
 * @param tokens what drivers carry
 * @param seed makes ids, drivers and dramas repeatable
 */
record FleetPlan(List<Member> members, Destination usual, List<IdToken> tokens, long seed) {
    /** One charger to be, and where it connects to. */
    record Member(StationSpec spec, Destination destination) {}

    FleetPlan {
        members = List.copyOf(members);
        tokens = List.copyOf(tokens);
    }
}
