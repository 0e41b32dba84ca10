package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether the profile was stored. */
public record SetNetworkProfileResponse(SetNetworkProfileStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
