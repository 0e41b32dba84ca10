package dev.roamlab.ocpi.types;

/** What all values of open enumerations keep. Spec: types_openenum_type. */
public final class OpenEnums {
    private OpenEnums() {}

    /** A value is printable and not empty; fails with {@link InvalidField} otherwise. */
    public static void requireValue(String value) {
        Require.printable("", value);
        if (value.isEmpty()) {
            throw new InvalidField("", "not empty", value);
        }
    }
}
