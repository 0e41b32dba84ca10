package dev.roamlab.cpo.sessions;

/**
 * A connector by OCPP's numbers.
 *
 * @param evseId from 1 within the station
 * @param connectorId from 1 within the EVSE
 */
public record Post(String stationId, int evseId, int connectorId) {}
