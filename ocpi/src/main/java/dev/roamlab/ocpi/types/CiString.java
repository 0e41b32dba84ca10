package dev.roamlab.ocpi.types;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A printable ASCII string that compares without regard to case and keeps the case it was given. Its maximum length
 * belongs to the field. Spec: types_cistring_type.
 */
public record CiString(String value) implements Comparable<CiString> {
    /** Stands for a required value that is not available. Spec: transport_and_format_not_available. */
    public static final CiString NOT_AVAILABLE = new CiString("#NA");

    public CiString {
        Require.present("", value);
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < 0x20 || character > 0x7E) {
                throw new InvalidField("", "printable ASCII only (found " + Require.name(character) + ")", value);
            }
        }
    }

    /** Whether the value says that there is none. */
    public boolean isNotAvailable() {
        return equals(NOT_AVAILABLE);
    }

    /** The form in which equal values are equal strings, for keys of stores and indexes. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(CiString other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        // ASCII only, so equalsIgnoreCase and lower-casing by Locale.ROOT agree.
        return other instanceof CiString that && value.equalsIgnoreCase(that.value);
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
