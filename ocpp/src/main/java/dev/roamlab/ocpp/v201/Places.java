package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.Evse;
import java.util.Optional;

/** Between an EVSE with its connector, as the neutral messages have it, and the bare number that 2.0.1 often has. */
final class Places {
    private Places() {}

    static boolean isEvse(Evse place) {
        return place.id() > 0;
    }

    /** The number of the EVSE; empty for the station as a whole. */
    static Optional<Integer> number(Optional<Evse> place) {
        return place.filter(Places::isEvse).map(Evse::id);
    }

    /** An EVSE by its number, whichever connector; empty for none, and for the station as a whole. */
    static Optional<Evse> evse(Optional<Integer> number) {
        return number.filter(id -> id != 0).map(Evse::of);
    }
}
