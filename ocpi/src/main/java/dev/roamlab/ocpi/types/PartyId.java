package dev.roamlab.ocpi.types;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The three letters or digits that name a party within its country, compared without regard to case. Spec:
 * credentials_credentials_role_class.
 */
public record PartyId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{3}");

    public PartyId {
        Require.pattern("", value, FORM, "a party id of three letters or digits");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartyId that && value.equalsIgnoreCase(that.value);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
