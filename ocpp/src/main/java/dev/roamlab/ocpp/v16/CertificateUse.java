package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.security.CertificateSigningUse;
import dev.roamlab.ocpp.messages.security.GetCertificateIdUse;
import dev.roamlab.ocpp.messages.security.InstallCertificateUse;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.util.Optional;

/** What a root certificate is for; 1.6 knows nothing of ISO 15118. Spec: OCPP 1.6 security whitepaper, CertificateUseEnumType. */
enum CertificateUse {
    CENTRAL_SYSTEM_ROOT_CERTIFICATE(
            InstallCertificateUse.CSMS_ROOT_CERTIFICATE, GetCertificateIdUse.CSMS_ROOT_CERTIFICATE),
    MANUFACTURER_ROOT_CERTIFICATE(
            InstallCertificateUse.MANUFACTURER_ROOT_CERTIFICATE, GetCertificateIdUse.MANUFACTURER_ROOT_CERTIFICATE);

    private final InstallCertificateUse toInstall;
    private final GetCertificateIdUse installed;

    CertificateUse(InstallCertificateUse toInstall, GetCertificateIdUse installed) {
        this.toInstall = toInstall;
        this.installed = installed;
    }

    static CertificateUse of(InstallCertificateUse use) {
        return switch (use) {
            case CSMS_ROOT_CERTIFICATE -> CENTRAL_SYSTEM_ROOT_CERTIFICATE;
            case MANUFACTURER_ROOT_CERTIFICATE -> MANUFACTURER_ROOT_CERTIFICATE;
            case V2_G_ROOT_CERTIFICATE, MO_ROOT_CERTIFICATE -> throw unknown(use);
        };
    }

    static CertificateUse of(GetCertificateIdUse use) {
        return switch (use) {
            case CSMS_ROOT_CERTIFICATE -> CENTRAL_SYSTEM_ROOT_CERTIFICATE;
            case MANUFACTURER_ROOT_CERTIFICATE -> MANUFACTURER_ROOT_CERTIFICATE;
            case V2_G_ROOT_CERTIFICATE, MO_ROOT_CERTIFICATE, V2_G_CERTIFICATE_CHAIN -> throw unknown(use);
        };
    }

    InstallCertificateUse toInstall() {
        return toInstall;
    }

    GetCertificateIdUse installed() {
        return installed;
    }

    /** A station of 1.6 has one certificate, and the wire does not say which. */
    static void requireForStation(Optional<CertificateSigningUse> use) {
        use.filter(CertificateSigningUse.V2_G_CERTIFICATE::equals).ifPresent(other -> {
            throw unknown(other);
        });
    }

    private static OcppCallException unknown(Enum<?> use) {
        return new OcppCallException(
                RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                "certificateType: " + use + ", OCPP 1.6 has no certificates of ISO 15118");
    }
}
