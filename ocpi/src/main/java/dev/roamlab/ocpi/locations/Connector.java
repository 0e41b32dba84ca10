package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Since;
import dev.roamlab.ocpi.types.WebLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A socket or cable of an EVSE. Spec: mod_locations_connector_object.
 *
 * @param id unique within the EVSE only
 * @param maxVoltage V; between line and neutral for three phases
 * @param maxAmperage A
 * @param maxElectricPower W; given when lower than voltage and current suggest
 */
@OcpiRecord
public record Connector(
        CiString id,
        ConnectorType standard,
        ConnectorFormat format,
        PowerType powerType,
        int maxVoltage,
        int maxAmperage,
        Optional<Integer> maxElectricPower,
        List<CiString> tariffIds,
        Optional<WebLink> termsAndConditions,
        @Since(OcpiVersion.V2_3_0) List<ConnectorCapability> capabilities,
        Instant lastUpdated) {
    public Connector {
        Require.length("id", id, 36);
        Require.present("standard", standard);
        Require.present("format", format);
        Require.present("power_type", powerType);
        Require.lengths("tariff_ids", tariffIds, 36);
        tariffIds = List.copyOf(tariffIds);
        capabilities = List.copyOf(capabilities);
        Require.present("last_updated", lastUpdated);
    }
}
