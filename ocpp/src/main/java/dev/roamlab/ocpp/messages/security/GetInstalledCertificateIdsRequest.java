package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.CsmsCall;
import java.util.List;

/** The CSMS asks which certificates a station has. Spec: OCPP 2.0.1, M03. */
public record GetInstalledCertificateIdsRequest(List<GetCertificateIdUse> certificateType)
        implements CsmsCall<GetInstalledCertificateIdsResponse> {
    /** Lists are copied. */
    public GetInstalledCertificateIdsRequest {
        certificateType = List.copyOf(certificateType);
    }

    @Override
    public Class<GetInstalledCertificateIdsResponse> responseType() {
        return GetInstalledCertificateIdsResponse.class;
    }
}
