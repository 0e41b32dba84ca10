package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether the CSMS will make a schedule of it. */
public record NotifyEVChargingNeedsResponse(NotifyEVChargingNeedsStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
