package dev.roamlab.ocpp.messages;

/** The CSMS changes a configuration variable. OCPP 1.6 changes one at a time, and so do we. */
public record SetVariablesRequest(String name, String value) implements CsmsCall<SetVariablesResponse> {
    @Override
    public Class<SetVariablesResponse> responseType() {
        return SetVariablesResponse.class;
    }
}
