package dev.roamlab.ocpi.sessions;

/** What a driver can ask of smart charging; a closed list. Spec: mod_sessions_profile_type_enum. */
public enum ProfileType {
    CHEAP,
    FAST,
    GREEN,
    REGULAR
}
