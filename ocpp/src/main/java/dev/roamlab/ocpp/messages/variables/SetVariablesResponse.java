package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** One result for each variable to be changed, in any order. */
public record SetVariablesResponse(@NotEmpty List<SetVariableResult> setVariableResult) implements Response {
    /** Lists are copied. */
    public SetVariablesResponse {
        setVariableResult = List.copyOf(setVariableResult);
    }
}
