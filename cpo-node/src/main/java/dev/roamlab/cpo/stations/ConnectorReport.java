package dev.roamlab.cpo.stations;

import dev.roamlab.ocpp.messages.ConnectorStatus;
import java.util.Optional;

/**
 * The last status that a station told of a connector.
 *
 * @param evseId 0 is the station as a whole
 * @param connectorId 0 is the station as a whole
 * @param error what is wrong, if anything
 */
public record ConnectorReport(int evseId, int connectorId, ConnectorStatus status, Optional<String> error) {}
