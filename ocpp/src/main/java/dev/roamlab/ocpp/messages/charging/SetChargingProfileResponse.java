package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether the station goes by the profile. */
public record SetChargingProfileResponse(ChargingProfileStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
