package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether the request is being dealt with. */
public record SignCertificateResponse(GenericStatus status, Optional<StatusInfo> statusInfo) implements Response {}
