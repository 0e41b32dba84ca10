package dev.roamlab.control.chargers;

/** What names look like. */
public final class Forms {
    /** A charger's identity on the wire. */
    public static final String CHARGE_POINT_ID = "[A-Za-z0-9*+=:_|@.~\\-]{1,48}";

    /** The same in words. */
    public static final String CHARGE_POINT_ID_WORDS = "1 to 48 letters, digits or any of * + = : _ | @ . ~ -";

    /** A fleet's name. */
    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}";

    /** The same in words. */
    public static final String NAME_WORDS = "1 to 64 letters, digits, '.', '_' or '-', the first a letter or a digit";

    private Forms() {}
}
