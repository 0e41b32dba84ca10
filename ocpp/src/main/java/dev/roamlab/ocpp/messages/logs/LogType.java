package dev.roamlab.ocpp.messages.logs;

/** Which log. */
public enum LogType {
    DIAGNOSTICS_LOG,
    SECURITY_LOG
}
