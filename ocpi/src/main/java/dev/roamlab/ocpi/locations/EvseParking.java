package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Require;
import java.util.Optional;

/**
 * An EVSE's reference to one of the parking places of its location; new in 2.3.0. Spec:
 * mod_locations_evseparking_class.
 */
public record EvseParking(CiString parkingId, Optional<EvsePosition> evsePosition) {
    public EvseParking {
        Require.length("parking_id", parkingId, 36);
    }
}
