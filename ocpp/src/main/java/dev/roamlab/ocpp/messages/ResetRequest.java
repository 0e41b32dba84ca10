package dev.roamlab.ocpp.messages;

/** The CSMS wants the station to restart. */
public record ResetRequest(ResetType type) implements CsmsCall<ResetResponse> {
    @Override
    public Class<ResetResponse> responseType() {
        return ResetResponse.class;
    }
}
