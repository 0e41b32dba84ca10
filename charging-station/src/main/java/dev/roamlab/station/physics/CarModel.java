package dev.roamlab.station.physics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What a type of car can take: shared by all cars of that type.
 *
 * @param id key in the catalogue, such as {@code finch-52}
 * @param name as a person would say it
 * @param batteryKwh usable capacity
 * @param acPhases phases of the on-board charger, 1 to 3; 0 when it cannot charge with AC
 * @param acMaxAmps per phase
 * @param dcMaxKw 0 when it cannot charge with DC
 * @param minAmps below this current per phase an on-board charger does not begin
 * @param packVoltsEmpty battery voltage at 0 %
 * @param packVoltsFull battery voltage at 100 %
 * @param iso15118 whether it tells a DC station what it needs
 * @param taper what the battery takes at which state of charge
 */
@RecordBuilder
public record CarModel(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) double batteryKwh,
        @JsonProperty(required = true) int acPhases,
        @JsonProperty(required = true) double acMaxAmps,
        @JsonProperty(required = true) double dcMaxKw,
        @JsonProperty(required = true) double minAmps,
        @JsonProperty(required = true) double packVoltsEmpty,
        @JsonProperty(required = true) double packVoltsFull,
        @JsonProperty(required = true) boolean iso15118,
        @JsonProperty(required = true) TaperCurve taper) {

    public CarModel {
        Checks.positive("batteryKwh", batteryKwh);
        Checks.within("acPhases", acPhases, 0, 3);
        Checks.notNegative("acMaxAmps", acMaxAmps);
        Checks.notNegative("dcMaxKw", dcMaxKw);
        Checks.notNegative("minAmps", minAmps);
        Checks.positive("packVoltsEmpty", packVoltsEmpty);
        Checks.within("packVoltsFull", packVoltsFull, packVoltsEmpty, 1500);
    }

    /** A car of this type, to be charged until its battery is full. */
    public Car at(double stateOfCharge) {
        return new Car(this, stateOfCharge, 100, Car.USUAL_CABLE_AMPS);
    }

    double packVolts(double soc) {
        return packVoltsEmpty + (packVoltsFull - packVoltsEmpty) * soc / 100;
    }
}
