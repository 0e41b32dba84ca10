package dev.roamlab.reports;

import java.util.Locale;

/** Where a rule comes from; the layers are totalled apart. */
public enum Layer {
    /** The OCPI specification. */
    SPEC,
    /** Lessons from the field. */
    INTEROP,
    /** A partner's house rules. */
    PROFILE;

    /** The word in {@code results.json}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
