package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** The CSMS changes variables. Spec: OCPP 2.0.1, B05. */
public record SetVariablesRequest(@NotEmpty List<SetVariableData> setVariableData)
        implements CsmsCall<SetVariablesResponse> {
    /** Lists are copied. */
    public SetVariablesRequest {
        setVariableData = List.copyOf(setVariableData);
    }

    @Override
    public Class<SetVariablesResponse> responseType() {
        return SetVariablesResponse.class;
    }
}
