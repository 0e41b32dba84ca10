package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.ocpp.payload.Max;
import java.time.Instant;
import java.util.Optional;

/** One event. */
@OcppRecord
public record EventData(
        int eventId,
        Instant timestamp,
        EventTrigger trigger,
        Optional<Integer> cause,
        @Max(2500) String actualValue,
        @Max(50) Optional<String> techCode,
        @Max(500) Optional<String> techInfo,
        Optional<Boolean> cleared,
        @Max(36) Optional<String> transactionId,
        Component component,
        Optional<Integer> variableMonitoringId,
        EventNotification eventNotificationType,
        Variable variable) {}
