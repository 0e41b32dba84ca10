package dev.roamlab.ocpp.messages;

import java.util.List;

/**
 * The CSMS asks for configuration variables.
 *
 * @param names none: all of them
 */
public record GetVariablesRequest(List<String> names) implements CsmsCall<GetVariablesResponse> {
    /** The names are copied. */
    public GetVariablesRequest {
        names = List.copyOf(names);
    }

    @Override
    public Class<GetVariablesResponse> responseType() {
        return GetVariablesResponse.class;
    }
}
