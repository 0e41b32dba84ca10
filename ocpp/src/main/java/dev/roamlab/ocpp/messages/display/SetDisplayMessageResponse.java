package dev.roamlab.ocpp.messages.display;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether it will be shown. */
public record SetDisplayMessageResponse(DisplayMessageStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
