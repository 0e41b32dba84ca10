package dev.roamlab.ocpi.commands;

/** The CPO's direct answer to a command; a closed list. Spec: mod_commands_commandresponsetype_enum. */
public enum CommandResponseType {
    NOT_SUPPORTED,
    REJECTED,
    ACCEPTED,
    UNKNOWN_SESSION
}
