package dev.roamlab.ocpp.messages.security;

/** Whether certificates were found. */
public enum GetInstalledCertificateStatus {
    ACCEPTED,
    NOT_FOUND
}
