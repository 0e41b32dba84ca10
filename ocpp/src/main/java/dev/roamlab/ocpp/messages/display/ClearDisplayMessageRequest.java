package dev.roamlab.ocpp.messages.display;

import dev.roamlab.ocpp.messages.CsmsCall;

/** The CSMS removes a message. Spec: OCPP 2.0.1, O05. */
public record ClearDisplayMessageRequest(int id) implements CsmsCall<ClearDisplayMessageResponse> {
    @Override
    public Class<ClearDisplayMessageResponse> responseType() {
        return ClearDisplayMessageResponse.class;
    }
}
