package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * The CSMS wants to have a message.
 *
 * @param evse absent: all, or the station as a whole
 */
public record TriggerMessageRequest(MessageTrigger requestedMessage, Optional<Evse> evse)
        implements CsmsCall<TriggerMessageResponse> {
    @Override
    public Class<TriggerMessageResponse> responseType() {
        return TriggerMessageResponse.class;
    }
}
