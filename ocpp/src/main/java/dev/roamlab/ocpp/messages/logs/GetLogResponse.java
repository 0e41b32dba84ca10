package dev.roamlab.ocpp.messages.logs;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** Whether an upload will begin. */
public record GetLogResponse(
        LogStatus status,
        Optional<StatusInfo> statusInfo,
        @Max(255) Optional<String> filename) implements Response {}
