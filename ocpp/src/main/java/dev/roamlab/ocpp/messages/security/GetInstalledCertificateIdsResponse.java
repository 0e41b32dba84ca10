package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.List;
import java.util.Optional;

/** Which ones it has. */
public record GetInstalledCertificateIdsResponse(
        GetInstalledCertificateStatus status,
        Optional<StatusInfo> statusInfo,
        List<CertificateHashDataChain> certificateHashDataChain)
        implements Response {
    /** Lists are copied. */
    public GetInstalledCertificateIdsResponse {
        certificateHashDataChain = List.copyOf(certificateHashDataChain);
    }
}
