package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether the station will. */
public record CustomerInformationResponse(CustomerInformationStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
