package dev.roamlab.station.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.roamlab.station.physics.Connection;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * One connector of a model.
 *
 * @param voltage AC: between phase and neutral (between the lines for a split phase); DC: highest output
 * @param maxAmperage per phase
 * @param maxPowerKw rated power
 * @param cableAttached whether the station brings the cable; else it is a socket
 * @param locks whether the station locks the plug, and so can be asked to unlock it
 */
@RecordBuilder
public record ConnectorModel(
        @JsonProperty(required = true) ConnectorType type,
        @JsonProperty(required = true) PowerType powerType,
        @JsonProperty(required = true) int voltage,
        @JsonProperty(required = true) int maxAmperage,
        @JsonProperty(required = true) double maxPowerKw,
        @JsonProperty(required = true) boolean cableAttached,
        @JsonProperty(required = true) boolean locks) {

    public ConnectorModel {
        requirePositive("voltage", voltage);
        requirePositive("maxAmperage", maxAmperage);
        if (!(maxPowerKw > 0)) {
            throw new IllegalArgumentException("maxPowerKw: " + maxPowerKw + ", must be above 0");
        }
        double possible = voltage * (double) maxAmperage * powerType.phases() / 1000;
        if (maxPowerKw > possible + 0.05) {
            throw new IllegalArgumentException("maxPowerKw: " + maxPowerKw + ", but " + voltage + " V, " + maxAmperage
                    + " A and " + powerType + " give at most " + possible);
        }
        if (powerType.direct() && !cableAttached) {
            throw new IllegalArgumentException("cableAttached: false, but a DC connector has its cable attached");
        }
    }

    /** The connection that this connector makes to a car. */
    public Connection connection() {
        return new Connection(
                powerType.direct(), powerType.phases(), voltage, maxAmperage, maxPowerKw * 1000, cableAttached);
    }

    private static void requirePositive(String field, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(field + ": " + value + ", must be above 0");
        }
    }
}
