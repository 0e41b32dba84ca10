package dev.roamlab.ocpp.messages.security;

/** Whether a certificate was removed. */
public enum DeleteCertificateStatus {
    ACCEPTED,
    FAILED,
    NOT_FOUND
}
