package dev.roamlab.ocpi.tokens;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Require;
import java.util.List;

/** A location and some of its EVSEs; no EVSE means all of them. Spec: mod_tokens_locationreferences_class. */
public record LocationReferences(CiString locationId, List<CiString> evseUids) {
    public LocationReferences {
        Require.length("location_id", locationId, 36);
        Require.lengths("evse_uids", evseUids, 36);
        evseUids = List.copyOf(evseUids);
    }
}
