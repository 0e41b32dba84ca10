package dev.roamlab.ocpi.types;

/** What a party is in the roaming world; a closed list. Spec: types_role_enum. */
public enum Role {
    CPO,
    EMSP,
    /** Known in 2.2.1 only: since 2.3.0 a hub is named by {@code hub_party_id} in its credentials. */
    HUB,
    NAP,
    NSP,
    OTHER,
    SCSP
}
