package dev.roamlab.cpo.sessions;

import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A session that is under way: what OCPI shows of it, and what only the CPO knows. Stored with each change, so that a
 * restart of the node loses nothing.
 *
 * @param sessionId of the OCPI session
 * @param partnerId the eMSP's; empty text when nobody knows the token
 * @param start of the session; of the reservation while it is one
 * @param begin of the reservation or else of the session: what the CDR starts with
 * @param origin what tells a repeated start from a new one
 * @param transactionIds the station's transaction; several when its start was repeated
 * @param reservationId our number of the reservation it began with
 * @param periods as told to the eMSP so far
 * @param periodsUntil the end of the last of them
 * @param toldAt the reading of the meter that the eMSP was told last
 */
@OcpiRecord
public record Charge(
        String sessionId,
        String partnerId,
        SessionStatus status,
        Instant start,
        Instant begin,
        String origin,
        List<String> transactionIds,
        Optional<Integer> reservationId,
        Driver driver,
        Place place,
        Meter meter,
        List<ChargingPeriod> periods,
        Instant periodsUntil,
        Instant toldAt,
        Instant lastUpdated) {
    public Charge {
        transactionIds = List.copyOf(transactionIds);
        periods = List.copyOf(periods);
    }

    /** Something to change a copy with. */
    public ChargeBuilder copy() {
        return ChargeBuilder.builder(this);
    }

    /** Whether it is at a station's EVSE. */
    public boolean isAt(String stationId, int evseId) {
        return place.post().stationId().equals(stationId) && place.post().evseId() == evseId;
    }

    /** The session's id as OCPI has it. */
    public CiString id() {
        return new CiString(sessionId);
    }
}
