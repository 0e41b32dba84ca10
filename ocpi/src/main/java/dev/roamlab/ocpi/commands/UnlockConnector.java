package dev.roamlab.ocpi.commands;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Url;

/** Unlocks a stuck cable; for help desks, never for drivers directly. Spec: mod_commands_unlockconnector_object. */
public record UnlockConnector(Url responseUrl, CiString locationId, CiString evseUid, CiString connectorId) {
    public UnlockConnector {
        Require.present("response_url", responseUrl);
        Require.length("location_id", locationId, 36);
        Require.length("evse_uid", evseUid, 36);
        Require.length("connector_id", connectorId, 36);
    }
}
