package dev.roamlab.ocpi.cdrs;

import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.ConnectorFormat;
import dev.roamlab.ocpi.locations.ConnectorType;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.GeoLocation;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.PowerType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import java.util.Optional;

/**
 * Where a session took place, with the one EVSE and connector that it used. The ids of EVSE and connector are
 * {@code #NA} when a reservation never became a session. Spec: mod_cdrs_cdr_location_class.
 */
@OcpiRecord
public record CdrLocation(
        CiString id,
        Optional<String> name,
        String address,
        String city,
        Optional<String> postalCode,
        Optional<String> state,
        String country,
        GeoLocation coordinates,
        CiString evseUid,
        CiString evseId,
        CiString connectorId,
        ConnectorType connectorStandard,
        ConnectorFormat connectorFormat,
        PowerType connectorPowerType) {
    /** The most characters of an address, fewer than a Location's has. */
    public static final int MAX_ADDRESS = 45;

    /** The most characters of a state, fewer than a Location's has. */
    public static final int MAX_STATE = 20;

    public CdrLocation {
        Require.length("id", id, 36);
        Require.length("name", name, 255);
        Require.length("address", address, MAX_ADDRESS);
        Require.length("city", city, 45);
        Require.length("postal_code", postalCode, 10);
        Require.length("state", state, MAX_STATE);
        Require.country("country", country);
        Require.present("coordinates", coordinates);
        Require.length("evse_uid", evseUid, 36);
        Require.length("evse_id", evseId, 48);
        Require.length("connector_id", connectorId, 36);
        Require.present("connector_standard", connectorStandard);
        Require.present("connector_format", connectorFormat);
        Require.present("connector_power_type", connectorPowerType);
    }

    /**
     * A location with one of its EVSEs and connectors. What does not fit into the shorter fields of a CDR is cut; an
     * EVSE without public id gets {@code #NA}.
     */
    public static CdrLocation of(Location location, Evse evse, Connector connector) {
        return CdrLocationBuilder.builder()
                .id(location.id())
                .name(location.name())
                .address(cut(location.address(), MAX_ADDRESS))
                .city(location.city())
                .postalCode(location.postalCode())
                .state(location.state().map(state -> cut(state, MAX_STATE)))
                .country(location.country())
                .coordinates(location.coordinates())
                .evseUid(evse.uid())
                .evseId(evse.evseId().orElse(CiString.NOT_AVAILABLE))
                .connectorId(connector.id())
                .connectorStandard(connector.standard())
                .connectorFormat(connector.format())
                .connectorPowerType(connector.powerType())
                .build();
    }

    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
