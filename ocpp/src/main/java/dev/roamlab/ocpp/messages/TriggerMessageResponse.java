package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** Whether it will come. */
public record TriggerMessageResponse(TriggerMessageStatus status, Optional<StatusInfo> statusInfo) implements Response {
    /** An answer that gives no reason. */
    public TriggerMessageResponse(TriggerMessageStatus status) {
        this(status, Optional.empty());
    }
}
