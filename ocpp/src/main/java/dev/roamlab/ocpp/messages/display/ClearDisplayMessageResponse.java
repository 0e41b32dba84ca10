package dev.roamlab.ocpp.messages.display;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether there was one. */
public record ClearDisplayMessageResponse(ClearMessageStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
