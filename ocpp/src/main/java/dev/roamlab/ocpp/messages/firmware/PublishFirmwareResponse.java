package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether it will. */
public record PublishFirmwareResponse(GenericStatus status, Optional<StatusInfo> statusInfo) implements Response {}
