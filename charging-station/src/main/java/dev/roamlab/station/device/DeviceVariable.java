package dev.roamlab.station.device;

import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.Mutability;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.ocpp.messages.variables.VariableCharacteristics;

/**
 * A variable of a component of a station, without its value.
 *
 * @param mutability what a CSMS may do to it
 */
public record DeviceVariable(
        Component component,
        Variable variable,
        VariableCharacteristics characteristics,
        Mutability mutability,
        Source source) {

    /** Whether its value never changes as long as the station lives. */
    public boolean constant() {
        return source instanceof Source.Fixed;
    }
}
