package dev.roamlab.ocpi.tokens;

/** How far a CPO may decide about a Token by itself; a closed list. Spec: mod_tokens_whitelisttype_enum. */
public enum WhitelistType {
    /** It never asks. */
    ALWAYS,
    /** It may ask. */
    ALLOWED,
    /** It asks, and decides itself when nobody answers. */
    ALLOWED_OFFLINE,
    /** It always asks. */
    NEVER
}
