package dev.roamlab.cpo.sessions;

import dev.roamlab.ocpi.cdrs.CdrLocation;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Party;
import java.util.List;

/**
 * Where somebody charges and at which tariffs, as it was when the session began: what changes later does not change the
 * session. Spec: mod_cdrs_cdr_object.
 *
 * @param owner the party whose location it is
 * @param timeZone in which times of tariffs are meant
 * @param tariffs of the connector, the one for this session first; empty when it has none
 */
@OcpiRecord
public record Place(Party owner, CdrLocation location, String timeZone, List<Tariff> tariffs, Post post) {
    public Place {
        tariffs = List.copyOf(tariffs);
    }
}
