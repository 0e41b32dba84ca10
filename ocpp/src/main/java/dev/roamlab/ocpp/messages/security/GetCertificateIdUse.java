package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.payload.Wire;

/** What an installed certificate is for. */
public enum GetCertificateIdUse {
    V2_G_ROOT_CERTIFICATE,
    @Wire("MORootCertificate")
    MO_ROOT_CERTIFICATE,
    @Wire("CSMSRootCertificate")
    CSMS_ROOT_CERTIFICATE,
    V2_G_CERTIFICATE_CHAIN,
    MANUFACTURER_ROOT_CERTIFICATE
}
