package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether there are any; they follow in reports of their own. */
public record GetChargingProfilesResponse(GetChargingProfileStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
