package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.payload.AtMost;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;
import java.util.Optional;

/** A variable with its values and its nature. */
public record ReportData(
        Component component,
        Variable variable,
        @NotEmpty @AtMost(4) List<VariableAttribute> variableAttribute,
        Optional<VariableCharacteristics> variableCharacteristics) {
    /** Lists are copied. */
    public ReportData {
        variableAttribute = List.copyOf(variableAttribute);
    }
}
