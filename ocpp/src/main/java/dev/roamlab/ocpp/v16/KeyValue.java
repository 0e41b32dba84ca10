package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.VariableValue;
import java.util.Optional;

/** One configuration key. Spec: OCPP 1.6, KeyValue. */
record KeyValue(
        @Max(50) String key, boolean readonly, @Max(500) Optional<String> value) {

    static KeyValue of(VariableValue variable) {
        return new KeyValue(variable.name(), variable.readOnly(), variable.value());
    }

    VariableValue neutral() {
        return new VariableValue(key, readonly, value);
    }
}
