package dev.roamlab.ocpi.types;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bounds that record constructors check. Every method throws {@link InvalidField} with the field's wire name.
 * Lengths count code points. Spec: types_string_type, types_cistring_type.
 */
public final class Require {
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}|#NA");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2}");

    private Require() {}

    /** A required value that was left out. Builders leave {@code null} where nobody set the field. */
    public static void present(String field, @Nullable Object value) {
        if (value == null) {
            throw InvalidField.missing(field);
        }
    }

    /** A required string: printable and of limited length. */
    public static void length(String field, @Nullable String value, int max) {
        printable(field, value);
        size(field, value, max);
    }

    /** A required case-insensitive string of limited length; its characters were checked when it was made. */
    public static void length(String field, @Nullable CiString value, int max) {
        present(field, value);
        size(field, String.valueOf(value), max);
    }

    /** An optional string or CiString of limited length. */
    public static void length(String field, Optional<?> value, int max) {
        value.ifPresent(given -> length(field, given.toString(), max));
    }

    /** A list whose strings or CiStrings all have a limited length. */
    public static void lengths(String field, List<?> values, int max) {
        for (int i = 0; i < values.size(); i++) {
            length(field + "/" + i, values.get(i).toString(), max);
        }
    }

    /** A string whose length alone is limited: for text that somebody signed, line breaks included. */
    public static void size(String field, @Nullable String value, int max) {
        if (value == null) {
            throw InvalidField.missing(field);
        }
        int length = value.codePointCount(0, value.length());
        if (length > max) {
            throw InvalidField.tooLong(field, value, length, max);
        }
    }

    /** A string without control characters: no line breaks, no tabs. */
    public static void printable(String field, @Nullable String value) {
        if (value == null) {
            throw InvalidField.missing(field);
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new InvalidField(field, "no control characters (found " + name(value.charAt(i)) + ")", value);
            }
        }
    }

    /** A list with at least one element. */
    public static void notEmpty(String field, @Nullable List<?> values) {
        if (values == null || values.isEmpty()) {
            throw InvalidField.noElement(field);
        }
    }

    /** A string that matches as a whole. */
    public static void pattern(String field, @Nullable String value, Pattern pattern, String rule) {
        if (value == null) {
            throw InvalidField.missing(field);
        }
        if (!pattern.matcher(value).matches()) {
            throw new InvalidField(field, rule, value);
        }
    }

    /** A whole number within bounds, both included. */
    public static void range(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new InvalidField(field, "from " + min + " to " + max, String.valueOf(value));
        }
    }

    /** An optional whole number within bounds, both included. */
    public static void range(String field, Optional<Integer> value, int min, int max) {
        value.ifPresent(given -> range(field, given, min, max));
    }

    /** A number within bounds, both included. */
    public static void range(String field, @Nullable BigDecimal value, int min, int max) {
        if (value == null) {
            throw InvalidField.missing(field);
        }
        if (value.compareTo(BigDecimal.valueOf(min)) < 0 || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new InvalidField(field, "from " + min + " to " + max, String.valueOf(value));
        }
    }

    /** A whole number that is not below zero. */
    public static void notNegative(String field, int value) {
        that(value >= 0, field, "not negative", value);
    }

    /** A time of day without seconds, as the wire has only hours and minutes. */
    public static void wholeMinutes(String field, @Nullable LocalTime value) {
        if (value == null) {
            throw InvalidField.missing(field);
        }
        that(value.getSecond() == 0 && value.getNano() == 0, field, "hours and minutes only", value);
    }

    /** An ISO 4217 code by its form; {@code #NA} stands for a value that is not available. */
    public static void currency(String field, @Nullable String value) {
        pattern(field, value, CURRENCY, "a currency code of three letters");
    }

    /** An ISO 3166-1 alpha-3 code by its form; {@code #NA} stands for a value that is not available. */
    public static void country(String field, @Nullable String value) {
        pattern(field, value, CURRENCY, "a country code of three letters");
    }

    /** An ISO 639-1 code by its form. */
    public static void language(String field, @Nullable String value) {
        pattern(field, value, LANGUAGE, "a language code of two letters");
    }

    /** Any other condition; the rule says what is allowed. */
    public static void that(boolean allowed, String field, String rule, Object value) {
        if (!allowed) {
            throw new InvalidField(field, rule, String.valueOf(value));
        }
    }

    static String name(char character) {
        return String.format("U+%04X", (int) character);
    }
}
