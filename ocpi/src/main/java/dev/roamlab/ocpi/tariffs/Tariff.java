package dev.roamlab.ocpi.tariffs;

import dev.roamlab.ocpi.locations.EnergyMix;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.DisplayText;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Since;
import dev.roamlab.ocpi.types.WebLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A CPO's tariff: elements in order of precedence, each with its price components. Spec: mod_tariffs_tariff_object.
 *
 * @param type the sessions it is meant for; empty means all
 * @param taxIncluded whether the prices of its components hold the taxes already
 */
@OcpiRecord
public record Tariff(
        CountryCode countryCode,
        PartyId partyId,
        CiString id,
        String currency,
        Optional<TariffType> type,
        List<DisplayText> tariffAltText,
        Optional<WebLink> tariffAltUrl,
        Optional<PriceLimit> minPrice,
        Optional<PriceLimit> maxPrice,
        List<TariffElement> elements,
        @Since(OcpiVersion.V2_3_0) TaxIncluded taxIncluded,
        Optional<Instant> startDateTime,
        Optional<Instant> endDateTime,
        Optional<EnergyMix> energyMix,
        Instant lastUpdated) {
    public Tariff {
        Require.present("country_code", countryCode);
        Require.present("party_id", partyId);
        Require.length("id", id, 36);
        Require.currency("currency", currency);
        tariffAltText = List.copyOf(tariffAltText);
        Require.notEmpty("elements", elements);
        elements = List.copyOf(elements);
        Require.present("tax_included", taxIncluded);
        Require.present("last_updated", lastUpdated);
    }
}
