package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether the station will. */
public record UpdateFirmwareResponse(UpdateFirmwareStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
