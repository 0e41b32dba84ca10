package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.payload.AtMost;
import java.util.List;

/** What identifies a certificate and those below it. */
public record CertificateHashDataChain(
        CertificateHashData certificateHashData,
        GetCertificateIdUse certificateType,
        @AtMost(4) List<CertificateHashData> childCertificateHashData) {
    /** Lists are copied. */
    public CertificateHashDataChain {
        childCertificateHashData = List.copyOf(childCertificateHashData);
    }
}
