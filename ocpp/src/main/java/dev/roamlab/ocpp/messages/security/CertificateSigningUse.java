package dev.roamlab.ocpp.messages.security;

/** What a certificate of the station is for. */
public enum CertificateSigningUse {
    CHARGING_STATION_CERTIFICATE,
    V2_G_CERTIFICATE
}
