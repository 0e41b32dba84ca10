package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether it was installed. */
public record InstallCertificateResponse(InstallCertificateStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
