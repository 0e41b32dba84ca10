package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.Party;
import java.time.ZoneId;
import java.util.List;

/**
 * A location that can carry the stories.
 *
 * @param index its place among its owner's locations
 * @param sockets the EVSEs that become the simulated charger, one or two; Mia charges at the first
 * @param tariffs those of the first socket's tariffs that are in the tariffs file
 * @param score how well it fits; more is better
 */
record Candidate(Location location, int index, List<Socket> sockets, List<Tariff> tariffs, int score) {
    Candidate {
        sockets = List.copyOf(sockets);
        tariffs = List.copyOf(tariffs);
    }

    Party owner() {
        return new Party(location.countryCode(), location.partyId());
    }

    ZoneId zone() {
        return ZoneId.of(location.timeZone());
    }

    Socket first() {
        return sockets.get(0);
    }

    Socket second() {
        return sockets.get(sockets.size() - 1);
    }

    String name() {
        return Words.name(location);
    }

    /** The name with what tells it from others. */
    String fullName() {
        return name() + " in " + Words.clean(location.city()) + " (id "
                + location.id().value() + ")";
    }
}
