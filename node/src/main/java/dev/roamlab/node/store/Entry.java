package dev.roamlab.node.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An object to be stored: where it belongs, when it last changed, and its JSON text, which is kept as it is.
 *
 * @param key unique in its collection, compared exactly; 1 to 512 characters
 * @param scope the party (or whatever else one filters by) the object belongs to, such as {@code NL/TNM}; may be empty;
 *     at most 100 characters
 * @param lastUpdated OCPI's {@code last_updated}; held to the microsecond, since 25 characters leave room for at most
 *     five decimals (Spec: types_datetime_type)
 * @param json the object as JSON text; not looked into
 */
public record Entry(String key, String scope, Instant lastUpdated, String json) {

    private static final int MAX_KEY = 512; // four bytes each still fit an index row of PostgreSQL
    private static final int MAX_SCOPE = 100;

    /** Checks the bounds above; failing says which field, the value and the bound. */
    public Entry {
        requireName("key", key, MAX_KEY);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key: empty, at least 1 character");
        }
        requireName("scope", scope, MAX_SCOPE);
        if (!Micros.canHold(lastUpdated)) {
            throw new IllegalArgumentException("lastUpdated: " + lastUpdated + " is out of range");
        }
        lastUpdated = lastUpdated.truncatedTo(ChronoUnit.MICROS);
        json = Utf8.escapeLoneSurrogates(json);
        if (json.isBlank() || json.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("json of " + key + ": " + (json.isBlank() ? "empty" : "holds NUL"));
        }
    }

    /** The same object with other content and its time of change. */
    public Entry with(Instant newLastUpdated, String newJson) {
        return new Entry(key, scope, newLastUpdated, newJson);
    }

    private static void requireName(String field, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException(field + ": " + value.length() + " characters, at most " + max);
        }
        if (value.indexOf('\0') >= 0 || Utf8.hasLoneSurrogate(value)) {
            throw new IllegalArgumentException(field + ": holds NUL or half a surrogate pair, which no database keeps");
        }
    }
}
