package dev.roamlab.ocpp.messages.security;

/** Whether the status of a certificate could be had. */
public enum GetCertificateStatusResult {
    ACCEPTED,
    FAILED
}
