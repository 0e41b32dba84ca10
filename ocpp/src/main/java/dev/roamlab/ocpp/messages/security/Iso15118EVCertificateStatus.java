package dev.roamlab.ocpp.messages.security;

/** Whether a contract certificate could be had. */
public enum Iso15118EVCertificateStatus {
    ACCEPTED,
    FAILED
}
