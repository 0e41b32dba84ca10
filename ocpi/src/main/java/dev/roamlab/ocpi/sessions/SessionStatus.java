package dev.roamlab.ocpi.sessions;

/** How far a session has come; a closed list. Spec: mod_sessions_sessionstatus_enum. */
public enum SessionStatus {
    ACTIVE,
    /** Finished; nothing changes any more. */
    COMPLETED,
    /** Will not be billed. */
    INVALID,
    /** Not everything is in place yet; it may never become active. */
    PENDING,
    RESERVATION
}
