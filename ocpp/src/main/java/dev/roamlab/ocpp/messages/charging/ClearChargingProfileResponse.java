package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether there were any. */
public record ClearChargingProfileResponse(ClearChargingProfileStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
