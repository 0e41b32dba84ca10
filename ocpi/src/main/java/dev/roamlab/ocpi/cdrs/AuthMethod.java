package dev.roamlab.ocpi.cdrs;

/** How a session was authorised; a closed list. Spec: mod_cdrs_authmethod_enum. */
public enum AuthMethod {
    /** The eMSP was asked. */
    AUTH_REQUEST,
    /** The eMSP itself sent StartSession or ReserveNow. */
    COMMAND,
    /** The CPO decided from its whitelist. */
    WHITELIST
}
