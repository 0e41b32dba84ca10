package dev.roamlab.ocpi.types;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An ISO 3166-1 alpha-2 country code, compared without regard to case. Spec: credentials_credentials_role_class. */
public record CountryCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2}");

    public CountryCode {
        Require.pattern("", value, FORM, "a country code of two letters");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CountryCode that && value.equalsIgnoreCase(that.value);
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
