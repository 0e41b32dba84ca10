package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import java.util.List;

/** What an EVSE can do; an open list. Spec: mod_locations_capability_enum. */
public record Capability(String value) implements OpenEnum {
    public static final Capability CHARGING_PROFILE_CAPABLE = new Capability("CHARGING_PROFILE_CAPABLE");

    public static final Capability CHARGING_PREFERENCES_CAPABLE = new Capability("CHARGING_PREFERENCES_CAPABLE");

    public static final Capability CHIP_CARD_SUPPORT = new Capability("CHIP_CARD_SUPPORT");

    public static final Capability CONTACTLESS_CARD_SUPPORT = new Capability("CONTACTLESS_CARD_SUPPORT");

    public static final Capability CREDIT_CARD_PAYABLE = new Capability("CREDIT_CARD_PAYABLE");

    public static final Capability DEBIT_CARD_PAYABLE = new Capability("DEBIT_CARD_PAYABLE");

    public static final Capability PED_TERMINAL = new Capability("PED_TERMINAL");

    public static final Capability REMOTE_START_STOP_CAPABLE = new Capability("REMOTE_START_STOP_CAPABLE");

    public static final Capability RESERVABLE = new Capability("RESERVABLE");

    public static final Capability RFID_READER = new Capability("RFID_READER");

    public static final Capability START_SESSION_CONNECTOR_REQUIRED =
            new Capability("START_SESSION_CONNECTOR_REQUIRED");

    public static final Capability TOKEN_GROUP_CAPABLE = new Capability("TOKEN_GROUP_CAPABLE");

    public static final Capability UNLOCK_CAPABLE = new Capability("UNLOCK_CAPABLE");

    /** The listed values, in the specification's order. */
    public static final List<Capability> KNOWN = List.of(
            CHARGING_PROFILE_CAPABLE,
            CHARGING_PREFERENCES_CAPABLE,
            CHIP_CARD_SUPPORT,
            CONTACTLESS_CARD_SUPPORT,
            CREDIT_CARD_PAYABLE,
            DEBIT_CARD_PAYABLE,
            PED_TERMINAL,
            REMOTE_START_STOP_CAPABLE,
            RESERVABLE,
            RFID_READER,
            START_SESSION_CONNECTOR_REQUIRED,
            TOKEN_GROUP_CAPABLE,
            UNLOCK_CAPABLE);

    public Capability {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
