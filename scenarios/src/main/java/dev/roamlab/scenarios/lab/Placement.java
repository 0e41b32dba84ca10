package dev.roamlab.scenarios.lab;

import java.util.List;

/**
 * Where a station stands in OCPI's terms.
 *
 * @param chargePointId its identity on the wire
 * @param model id in the catalogue of models
 * @param locationId the location
 * @param evseUids the location's EVSE behind each of the station's EVSEs, in order
 */
public record Placement(String chargePointId, String model, String locationId, List<String> evseUids) {
    public Placement {
        evseUids = List.copyOf(evseUids);
    }
}
