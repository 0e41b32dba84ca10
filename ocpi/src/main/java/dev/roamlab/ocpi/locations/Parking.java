package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A parking place of a location; new in 2.3.0. Spec: mod_locations_parking_object.
 *
 * @param maxVehicleWeight kg
 * @param maxVehicleHeight cm, as are all other measures
 * @param driveThrough whether every listed vehicle type can leave without reversing
 * @param restrictedToType whether other vehicle types are forbidden
 * @param timeLimit minutes
 */
@OcpiRecord
public record Parking(
        CiString id,
        Optional<String> physicalReference,
        List<VehicleType> vehicleTypes,
        Optional<BigDecimal> maxVehicleWeight,
        Optional<BigDecimal> maxVehicleHeight,
        Optional<BigDecimal> maxVehicleLength,
        Optional<BigDecimal> maxVehicleWidth,
        Optional<BigDecimal> parkingSpaceLength,
        Optional<BigDecimal> parkingSpaceWidth,
        Optional<Boolean> dangerousGoodsAllowed,
        Optional<ParkingDirection> direction,
        Optional<Boolean> driveThrough,
        boolean restrictedToType,
        boolean reservationRequired,
        Optional<BigDecimal> timeLimit,
        Optional<Boolean> roofed,
        List<Image> images,
        Optional<Boolean> lighting,
        Optional<Boolean> refrigerationOutlet,
        List<CiString> standards,
        Optional<CiString> apdsReference) {
    public Parking {
        Require.length("id", id, 36);
        Require.length("physical_reference", physicalReference, 12);
        Require.notEmpty("vehicle_types", vehicleTypes);
        vehicleTypes = List.copyOf(vehicleTypes);
        images = List.copyOf(images);
        Require.lengths("standards", standards, 36);
        standards = List.copyOf(standards);
        maxVehicleWeight = Numbers.plain("max_vehicle_weight", maxVehicleWeight);
        maxVehicleHeight = Numbers.plain("max_vehicle_height", maxVehicleHeight);
        maxVehicleLength = Numbers.plain("max_vehicle_length", maxVehicleLength);
        maxVehicleWidth = Numbers.plain("max_vehicle_width", maxVehicleWidth);
        parkingSpaceLength = Numbers.plain("parking_space_length", parkingSpaceLength);
        parkingSpaceWidth = Numbers.plain("parking_space_width", parkingSpaceWidth);
        timeLimit = Numbers.plain("time_limit", timeLimit);
    }
}
