package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** What the responder says. */
public record GetCertificateStatusResponse(
        GetCertificateStatusResult status,
        Optional<StatusInfo> statusInfo,
        @Max(5500) Optional<String> ocspResult) implements Response {}
