package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.DisplayText;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Since;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where one can charge, with its EVSEs; never deleted, as its id stays taken. Spec:
 * mod_locations_location_object.
 *
 * @param publish false shows it to the tokens in {@code publishAllowedTo} only
 * @param operator empty means the party's own business details
 * @param timeZone a name of the IANA time zone database; opening times and tariff restrictions are local to it
 * @param chargingWhenClosed empty means yes
 */
@OcpiRecord
public record Location(
        CountryCode countryCode,
        PartyId partyId,
        CiString id,
        boolean publish,
        List<PublishTokenType> publishAllowedTo,
        Optional<String> name,
        String address,
        String city,
        Optional<String> postalCode,
        Optional<String> state,
        String country,
        GeoLocation coordinates,
        List<AdditionalGeoLocation> relatedLocations,
        Optional<ParkingType> parkingType,
        List<Evse> evses,
        @Since(OcpiVersion.V2_3_0) List<Parking> parkingPlaces,
        List<DisplayText> directions,
        Optional<BusinessDetails> operator,
        Optional<BusinessDetails> suboperator,
        Optional<BusinessDetails> owner,
        List<Facility> facilities,
        String timeZone,
        Optional<Hours> openingTimes,
        Optional<Boolean> chargingWhenClosed,
        List<Image> images,
        Optional<EnergyMix> energyMix,
        @Since(OcpiVersion.V2_3_0) Optional<CiString> helpPhone,
        Instant lastUpdated) {
    public Location {
        Require.present("country_code", countryCode);
        Require.present("party_id", partyId);
        Require.length("id", id, 36);
        publishAllowedTo = List.copyOf(publishAllowedTo);
        Require.that(
                !publish || publishAllowedTo.isEmpty(),
                "publish_allowed_to",
                "only when publish is false",
                publishAllowedTo.size() + " entries");
        Require.length("name", name, 255);
        Require.length("address", address, 255);
        Require.length("city", city, 45);
        Require.length("postal_code", postalCode, 10);
        Require.length("state", state, 45);
        Require.country("country", country);
        Require.present("coordinates", coordinates);
        relatedLocations = List.copyOf(relatedLocations);
        evses = List.copyOf(evses);
        parkingPlaces = List.copyOf(parkingPlaces);
        requireUniqueIds(parkingPlaces);
        directions = List.copyOf(directions);
        facilities = List.copyOf(facilities);
        Require.length("time_zone", timeZone, 255);
        images = List.copyOf(images);
        Require.length("help_phone", helpPhone, 25);
        Require.present("last_updated", lastUpdated);
    }

    /** The EVSE with this uid, or empty. */
    public Optional<Evse> evse(CiString uid) {
        return evses.stream().filter(evse -> evse.uid().equals(uid)).findFirst();
    }

    private static void requireUniqueIds(List<Parking> parkingPlaces) {
        Set<CiString> seen = new HashSet<>();
        for (Parking parking : parkingPlaces) {
            Require.that(seen.add(parking.id()), "parking_places", "ids unique in the location", parking.id());
        }
    }
}
