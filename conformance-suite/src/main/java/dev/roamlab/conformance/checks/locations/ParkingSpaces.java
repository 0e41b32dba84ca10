package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Parking of 2.3.0, to be added to Locations. Spec: mod_locations_parking_object. */
final class ParkingSpaces {
    private ParkingSpaces() {}

    /** Adds a parking space for cars; returns it. */
    static ObjectNode add(ObjectNode location, String id) {
        ObjectNode parking = location.withArray("parking_places")
                .addObject()
                .put("id", id)
                .put("restricted_to_type", false)
                .put("reservation_required", false);
        parking.putArray("vehicle_types").add("PERSONAL_VEHICLE");
        return parking;
    }

    /** Lets one of the Location's EVSEs refer to a parking space. */
    static void refer(ObjectNode location, int evse, String id, String position) {
        ((ObjectNode) location.path("evses").get(evse))
                .withArray("parking")
                .addObject()
                .put("parking_id", id)
                .put("evse_position", position);
    }
}
