package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** What the certificate provider answers. */
public record Get15118EVCertificateResponse(
        Iso15118EVCertificateStatus status,
        Optional<StatusInfo> statusInfo,
        @Max(5600) String exiResponse) implements Response {}
