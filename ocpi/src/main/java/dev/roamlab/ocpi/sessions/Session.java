package dev.roamlab.ocpi.sessions;

import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.cdrs.CdrToken;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Price;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One charging session, reservation included, as far as it has come. Spec: mod_sessions_session_object.
 *
 * @param startDateTime when it became active; while pending, when the station created it
 * @param evseUid {@code #NA} while a reservation has no EVSE yet, as is {@code connectorId}
 * @param totalCost empty says nothing about the price; zero says free of charge
 */
@OcpiRecord
public record Session(
        CountryCode countryCode,
        PartyId partyId,
        CiString id,
        Instant startDateTime,
        Optional<Instant> endDateTime,
        BigDecimal kwh,
        CdrToken cdrToken,
        AuthMethod authMethod,
        Optional<CiString> authorizationReference,
        CiString locationId,
        CiString evseUid,
        CiString connectorId,
        Optional<String> meterId,
        String currency,
        List<ChargingPeriod> chargingPeriods,
        Optional<Price> totalCost,
        SessionStatus status,
        Instant lastUpdated) {
    public Session {
        Require.present("country_code", countryCode);
        Require.present("party_id", partyId);
        Require.length("id", id, 36);
        Require.present("start_date_time", startDateTime);
        Require.present("kwh", kwh);
        kwh = Numbers.plain("kwh", kwh);
        Require.present("cdr_token", cdrToken);
        Require.present("auth_method", authMethod);
        Require.length("authorization_reference", authorizationReference, 36);
        Require.length("location_id", locationId, 36);
        Require.length("evse_uid", evseUid, 36);
        Require.length("connector_id", connectorId, 36);
        Require.length("meter_id", meterId, 255);
        Require.currency("currency", currency);
        chargingPeriods = List.copyOf(chargingPeriods);
        Require.present("status", status);
        Require.present("last_updated", lastUpdated);
    }
}
