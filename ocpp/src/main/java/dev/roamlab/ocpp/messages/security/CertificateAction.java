package dev.roamlab.ocpp.messages.security;

/** Whether a contract certificate is installed or renewed. */
public enum CertificateAction {
    INSTALL,
    UPDATE
}
