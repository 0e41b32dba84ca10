package dev.roamlab.cpo.stations;

import dev.roamlab.ocpi.types.OcpiRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A station as people look at it.
 *
 * @param overdue whether it is connected, but has been silent for several heartbeat intervals
 * @param gateway the process that holds its connection
 * @param lastSeen when it last said anything
 * @param connectors the last status of each
 */
@OcpiRecord
public record StationView(
        String id,
        boolean connected,
        boolean overdue,
        Optional<String> gateway,
        Optional<Instant> lastSeen,
        Optional<String> vendor,
        Optional<String> model,
        Optional<String> serialNumber,
        Optional<String> firmwareVersion,
        List<ConnectorReport> connectors) {
    public StationView {
        connectors = List.copyOf(connectors);
    }
}
