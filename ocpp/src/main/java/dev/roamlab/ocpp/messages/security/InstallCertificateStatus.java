package dev.roamlab.ocpp.messages.security;

/** Whether a certificate was installed. */
public enum InstallCertificateStatus {
    ACCEPTED,
    REJECTED,
    FAILED
}
