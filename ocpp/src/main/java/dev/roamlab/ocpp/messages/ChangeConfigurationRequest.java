package dev.roamlab.ocpp.messages;

/** The CSMS changes a configuration variable. OCPP 1.6 changes one at a time, and so do we. */
public record ChangeConfigurationRequest(String name, String value) implements CsmsCall<ChangeConfigurationResponse> {
    @Override
    public Class<ChangeConfigurationResponse> responseType() {
        return ChangeConfigurationResponse.class;
    }
}
