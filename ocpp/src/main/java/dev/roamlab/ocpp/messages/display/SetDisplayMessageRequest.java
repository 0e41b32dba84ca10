package dev.roamlab.ocpp.messages.display;

import dev.roamlab.ocpp.messages.CsmsCall;

/** The CSMS has the station show a message. Spec: OCPP 2.0.1, O01. */
public record SetDisplayMessageRequest(MessageInfo message) implements CsmsCall<SetDisplayMessageResponse> {
    @Override
    public Class<SetDisplayMessageResponse> responseType() {
        return SetDisplayMessageResponse.class;
    }
}
