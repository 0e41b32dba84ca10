package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** The CSMS asks for the values of variables. Spec: OCPP 2.0.1, B06. */
public record GetVariablesRequest(@NotEmpty List<GetVariableData> getVariableData)
        implements CsmsCall<GetVariablesResponse> {
    /** Lists are copied. */
    public GetVariablesRequest {
        getVariableData = List.copyOf(getVariableData);
    }

    @Override
    public Class<GetVariablesResponse> responseType() {
        return GetVariablesResponse.class;
    }
}
