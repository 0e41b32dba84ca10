package dev.roamlab.ocpi.locations;

/** How a vehicle stands to the roadway; a closed list. Spec: mod_locations_parkingdirection_enum. */
public enum ParkingDirection {
    PARALLEL,
    PERPENDICULAR,
    ANGLE
}
