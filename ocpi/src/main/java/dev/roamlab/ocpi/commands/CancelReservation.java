package dev.roamlab.ocpi.commands;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Url;

/** Gives up a reservation. Spec: mod_commands_cancelreservation_object. */
public record CancelReservation(Url responseUrl, CiString reservationId) {
    public CancelReservation {
        Require.present("response_url", responseUrl);
        Require.length("reservation_id", reservationId, 36);
    }
}
