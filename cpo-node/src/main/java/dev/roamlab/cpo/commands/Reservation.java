package dev.roamlab.cpo.commands;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Url;
import java.time.Instant;

/**
 * A reservation that a station has accepted.
 *
 * @param number ours, unique among those of all eMSPs: the station knows no other
 * @param reservationId the eMSP's
 * @param sessionId of the session that stands for it
 * @param responseUrl where its end is told, should we have to end it
 */
@OcpiRecord
public record Reservation(
        int number,
        String partnerId,
        CiString reservationId,
        CiString locationId,
        String stationId,
        String sessionId,
        Url responseUrl,
        Instant expiry,
        Instant lastUpdated) {
    boolean is(String partner, CiString id) {
        return partnerId.equals(partner) && reservationId.equals(id);
    }
}
