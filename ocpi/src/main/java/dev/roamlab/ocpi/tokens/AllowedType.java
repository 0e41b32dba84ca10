package dev.roamlab.ocpi.tokens;

/** Whether a driver may charge; a closed list. Spec: mod_tokens_allowed_enum. */
public enum AllowedType {
    ALLOWED,
    BLOCKED,
    EXPIRED,
    NO_CREDIT,
    /** The Token is valid, but not at this location. */
    NOT_ALLOWED
}
