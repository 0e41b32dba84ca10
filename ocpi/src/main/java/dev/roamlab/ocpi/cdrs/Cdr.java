package dev.roamlab.ocpi.cdrs;

import dev.roamlab.ocpi.tariffs.Tariff;
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
 * The bill of one session, final once sent; a mistake is undone by a credit CDR. Spec: mod_cdrs_cdr_object.
 *
 * @param startDateTime of the session, or of the reservation before it
 * @param totalEnergy kWh
 * @param totalTime hours, charging or not
 * @param totalParkingTime hours without charging, a part of {@code totalTime}
 * @param credit true on a credit CDR, which then names the CDR that it takes back
 */
@OcpiRecord
public record Cdr(
        CountryCode countryCode,
        PartyId partyId,
        CiString id,
        Instant startDateTime,
        Instant endDateTime,
        Optional<CiString> sessionId,
        CdrToken cdrToken,
        AuthMethod authMethod,
        Optional<CiString> authorizationReference,
        CdrLocation cdrLocation,
        Optional<String> meterId,
        String currency,
        List<Tariff> tariffs,
        List<ChargingPeriod> chargingPeriods,
        Optional<SignedData> signedData,
        Price totalCost,
        Optional<Price> totalFixedCost,
        BigDecimal totalEnergy,
        Optional<Price> totalEnergyCost,
        BigDecimal totalTime,
        Optional<Price> totalTimeCost,
        Optional<BigDecimal> totalParkingTime,
        Optional<Price> totalParkingCost,
        Optional<Price> totalReservationCost,
        Optional<String> remark,
        Optional<CiString> invoiceReferenceId,
        Optional<Boolean> credit,
        Optional<CiString> creditReferenceId,
        Optional<Boolean> homeChargingCompensation,
        Instant lastUpdated) {
    public Cdr {
        Require.present("country_code", countryCode);
        Require.present("party_id", partyId);
        // Only a credit CDR may append something to the id of the CDR that it takes back.
        boolean isCredit = credit.orElse(false);
        Require.length("id", id, isCredit ? 39 : 36);
        requirePeriod(startDateTime, endDateTime);
        Require.length("session_id", sessionId, 36);
        Require.present("cdr_token", cdrToken);
        Require.present("auth_method", authMethod);
        Require.length("authorization_reference", authorizationReference, 36);
        Require.present("cdr_location", cdrLocation);
        Require.length("meter_id", meterId, 255);
        Require.currency("currency", currency);
        tariffs = List.copyOf(tariffs);
        Require.notEmpty("charging_periods", chargingPeriods);
        chargingPeriods = List.copyOf(chargingPeriods);
        Require.present("total_cost", totalCost);
        Require.present("total_energy", totalEnergy);
        totalEnergy = Numbers.plain("total_energy", totalEnergy);
        Require.present("total_time", totalTime);
        totalTime = Numbers.plain("total_time", totalTime);
        Require.length("remark", remark, 255);
        Require.length("invoice_reference_id", invoiceReferenceId, 39);
        Require.length("credit_reference_id", creditReferenceId, 39);
        Require.that(
                !isCredit || creditReferenceId.isPresent(), "credit_reference_id", "required when credit is true", "");
        Require.present("last_updated", lastUpdated);
        totalParkingTime = Numbers.plain("total_parking_time", totalParkingTime);
    }

    /** Whether this takes back another CDR. */
    public boolean isCredit() {
        return credit.orElse(false);
    }

    private static void requirePeriod(Instant start, Instant end) {
        Require.present("start_date_time", start);
        Require.present("end_date_time", end);
        // Partners may agree to write the beginning of 1970 for a moment that nobody knows.
        Require.that(
                !end.isBefore(start) || end.equals(Instant.EPOCH), "end_date_time", "not before start_date_time", end);
    }
}
