package dev.roamlab.ocpp.messages.display;

import dev.roamlab.ocpp.messages.MessageContent;
import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.payload.Max;
import java.time.Instant;
import java.util.Optional;

/** A message, and when it is shown. */
@OcppRecord
public record MessageInfo(
        Optional<Component> display,
        int id,
        MessagePriority priority,
        Optional<MessageState> state,
        Optional<Instant> startDateTime,
        Optional<Instant> endDateTime,
        @Max(36) Optional<String> transactionId,
        MessageContent message) {}
