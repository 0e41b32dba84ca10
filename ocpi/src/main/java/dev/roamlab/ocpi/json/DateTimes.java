package dev.roamlab.ocpi.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OCPI's DateTime: read in every legal form, written in one. Spec: types_datetime_type.
 *
 * <p>Read: seconds with or without a fraction, with or without {@code Z}; no designator means UTC. {@code +00:00} is not
 * legal, but denotes the same moment without doubt, so it is tolerated; any other offset is refused, because taking it
 * would hide that the sender does not speak UTC.
 */
public final class DateTimes {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)(Z|\\+00:00)?");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private DateTimes() {}

    /** The moment a text denotes; empty when it is not a DateTime. */
    public static Optional<Instant> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(form.group(1)).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The one form we write: UTC with {@code Z}, milliseconds only where there are any. */
    public static String format(Instant moment) {
        Instant millis = moment.truncatedTo(ChronoUnit.MILLIS);
        DateTimeFormatter form = millis.equals(moment.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MILLIS;
        return form.format(millis.atOffset(ZoneOffset.UTC));
    }
}
