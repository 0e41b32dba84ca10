package dev.roamlab.ocpi.commands;

/** What a station made of a command; a closed list. Spec: mod_commands_commandresulttype_enum. */
public enum CommandResultType {
    ACCEPTED,
    CANCELED_RESERVATION,
    EVSE_OCCUPIED,
    EVSE_INOPERATIVE,
    FAILED,
    NOT_SUPPORTED,
    REJECTED,
    /** The station did not answer in reasonable time. */
    TIMEOUT,
    UNKNOWN_RESERVATION
}
