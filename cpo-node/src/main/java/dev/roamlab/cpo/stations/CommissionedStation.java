package dev.roamlab.cpo.stations;

import dev.roamlab.ocpi.types.OcpiRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a station.
 *
 * @param mapping its connectors, by OCPP's numbers; empty for a station that was never commissioned
 * @param vendor as it told at its last boot, as the fields below
 */
@OcpiRecord
public record CommissionedStation(
        String stationId,
        List<MappingRow> mapping,
        Optional<String> vendor,
        Optional<String> model,
        Optional<String> serialNumber,
        Optional<String> firmwareVersion,
        List<ConnectorReport> reports,
        Optional<Instant> lastSeen,
        Instant lastUpdated) {
    public CommissionedStation {
        mapping = List.copyOf(mapping);
        reports = List.copyOf(reports);
    }
}
