package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** One result for each variable asked for, in any order. */
public record GetVariablesResponse(@NotEmpty List<GetVariableResult> getVariableResult) implements Response {
    /** Lists are copied. */
    public GetVariablesResponse {
        getVariableResult = List.copyOf(getVariableResult);
    }
}
