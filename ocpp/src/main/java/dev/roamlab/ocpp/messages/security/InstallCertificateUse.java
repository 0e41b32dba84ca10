package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.payload.Wire;

/** What a root certificate is for. */
public enum InstallCertificateUse {
    V2_G_ROOT_CERTIFICATE,
    @Wire("MORootCertificate")
    MO_ROOT_CERTIFICATE,
    @Wire("CSMSRootCertificate")
    CSMS_ROOT_CERTIFICATE,
    MANUFACTURER_ROOT_CERTIFICATE
}
