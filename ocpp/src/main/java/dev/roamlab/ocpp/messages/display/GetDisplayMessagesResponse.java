package dev.roamlab.ocpp.messages.display;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether there are any; they follow in notifications of their own. */
public record GetDisplayMessagesResponse(GetDisplayMessagesStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
