package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether the CSMS has taken it. */
public record NotifyEVChargingScheduleResponse(GenericStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
