package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether it was there. */
public record DeleteCertificateResponse(DeleteCertificateStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
