package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether the station takes it. */
public record CertificateSignedResponse(CertificateSignedStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
