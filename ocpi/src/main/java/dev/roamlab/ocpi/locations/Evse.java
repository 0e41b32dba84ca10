package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.DisplayText;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Since;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The part of a station that charges one vehicle at a time; never deleted, but {@code REMOVED}. Spec:
 * mod_locations_evse_object.
 *
 * @param uid the technical key, unique on the CPO's platform for ever
 * @param evseId the public id, such as {@code NL*TNM*E1001}; may move to another EVSE
 */
@OcpiRecord
public record Evse(
        CiString uid,
        Optional<CiString> evseId,
        Status status,
        List<StatusSchedule> statusSchedule,
        List<Capability> capabilities,
        List<Connector> connectors,
        Optional<String> floorLevel,
        Optional<GeoLocation> coordinates,
        Optional<String> physicalReference,
        List<DisplayText> directions,
        List<ParkingRestriction> parkingRestrictions,
        @Since(OcpiVersion.V2_3_0) List<EvseParking> parking,
        List<Image> images,
        @Since(OcpiVersion.V2_3_0) List<String> acceptedServiceProviders,
        Instant lastUpdated) {
    public Evse {
        Require.length("uid", uid, 36);
        Require.length("evse_id", evseId, 48);
        Require.present("status", status);
        statusSchedule = List.copyOf(statusSchedule);
        capabilities = List.copyOf(capabilities);
        if (status != Status.REMOVED) {
            // An EVSE that is gone has nothing to plug in, and partners leave its connectors out.
            Require.notEmpty("connectors", connectors);
        }
        connectors = List.copyOf(connectors);
        Require.length("floor_level", floorLevel, 4);
        Require.length("physical_reference", physicalReference, 16);
        directions = List.copyOf(directions);
        parkingRestrictions = List.copyOf(parkingRestrictions);
        parking = List.copyOf(parking);
        images = List.copyOf(images);
        Require.lengths("accepted_service_providers", acceptedServiceProviders, 50);
        acceptedServiceProviders = List.copyOf(acceptedServiceProviders);
        Require.present("last_updated", lastUpdated);
    }

    /** The connector with this id, or empty. */
    public Optional<Connector> connector(CiString id) {
        return connectors.stream()
                .filter(connector -> connector.id().equals(id))
                .findFirst();
    }
}
