package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ConfigurationValue;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** One configuration key. Spec: OCPP 1.6, KeyValue. */
record KeyValue(
        @Max(50) String key, boolean readonly, @Max(500) Optional<String> value) {

    static KeyValue of(ConfigurationValue variable) {
        return new KeyValue(variable.name(), variable.readOnly(), variable.value());
    }

    ConfigurationValue neutral() {
        return new ConfigurationValue(key, readonly, value);
    }
}
