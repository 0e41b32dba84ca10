package dev.roamlab.conformance.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OCPI's DateTime. That it has no offset and is not too long are rules of their own. */
final class Moments {
    private static final Pattern NOTATION =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}):(\\d{2})(\\.\\d{1,18})?(Z|[+-]\\d{2}:?\\d{2})?");
    /** How the specification writes the moment that stands for an unknown one. */
    private static final String UNKNOWN = "1970-1-1T00:00:00Z";

    private Moments() {}

    static Verdict judge(String text) {
        if (text.equals(UNKNOWN)) {
            return Verdict.DOUBTFUL;
        }
        Matcher parts = NOTATION.matcher(text);
        if (!parts.matches()) {
            return Verdict.BAD;
        }
        if (parts.group(3).equals("60")) {
            return Verdict.DOUBTFUL;
        }
        return Verdict.badUnless(moment(parts).isPresent());
    }

    /** The moment that a DateTime, or a time HH:MM on some day, denotes; empty when it has an offset or is none. */
    static Optional<LocalDateTime> read(String text) {
        Matcher parts = NOTATION.matcher(text);
        if (parts.matches() && (parts.group(5) == null || parts.group(5).equals("Z"))) {
            return moment(parts);
        }
        try {
            return text.length() == 5 ? Optional.of(LocalTime.parse(text).atDate(LocalDate.EPOCH)) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> moment(Matcher parts) {
        String fraction = parts.group(4) == null ? "" : parts.group(4);
        String nanos = fraction.substring(0, Math.min(fraction.length(), 10));
        try {
            return Optional.of(LocalDateTime.of(
                    LocalDate.parse(parts.group(1)), LocalTime.parse(parts.group(2) + ":" + parts.group(3) + nanos)));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }
}
