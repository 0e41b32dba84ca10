package dev.roamlab.cpo.stations;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import java.util.Optional;

/**
 * One connector in the words of both protocols: how the station counts it, and how OCPI calls it.
 *
 * @param evseId OCPP's number of the EVSE, from 1; what OCPP 1.6 calls connector, where EVSEs have one connector each
 * @param connectorId OCPP's number of the connector within the EVSE, from 1
 * @param evseUid OCPI's technical key
 * @param publicEvseId OCPI's evse_id, such as {@code NL*TNM*E1001}
 * @param ocpiConnectorId OCPI's connector id
 */
@OcpiRecord
public record MappingRow(
        String stationId,
        int evseId,
        int connectorId,
        CiString locationId,
        CiString evseUid,
        Optional<CiString> publicEvseId,
        CiString ocpiConnectorId) {}
