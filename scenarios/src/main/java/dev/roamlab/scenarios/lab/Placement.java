package dev.roamlab.scenarios.lab;

import dev.roamlab.station.models.StationModel;
import java.util.List;

/**
 * Where a station stands in OCPI's terms.
 *
 * @param chargePointId its identity on the wire
 * @param model what it is made of
 * @param locationId the location
 * @param evseUids the location's EVSE behind each of the station's EVSEs, in order
 */
public record Placement(String chargePointId, StationModel model, String locationId, List<String> evseUids) {
    public Placement {
        evseUids = List.copyOf(evseUids);
    }
}
