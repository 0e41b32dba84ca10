package dev.roamlab.ocpp.messages.security;

/** Whether a signed certificate was taken. */
public enum CertificateSignedStatus {
    ACCEPTED,
    REJECTED
}
