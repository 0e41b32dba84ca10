package dev.roamlab.ocpp.payload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Moments on the wire. Stations in the field leave out zones, seconds and more, so every ISO form is read (without a zone
 * it is UTC); one form is written.
 */
public final class DateTimes {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NEVER)
            .appendPattern("[-]MM[-]dd[' ']['T']HH[:]mm[[:]ss[.")
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false)
            .appendPattern("][,")
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false)
            .appendPattern("]]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private DateTimes() {}

    /**
     * A moment in any ISO form.
     *
     * @throws DateTimeException when this is no moment
     */
    public static Instant read(String text) {
        TemporalAccessor parts = READ.parse(text.strip());
        ZoneOffset zone = parts.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(parts) : ZoneOffset.UTC;
        return LocalDateTime.from(parts).toInstant(zone);
    }

    /** The one form that is written: UTC, milliseconds. */
    public static String write(Instant moment) {
        return WRITTEN.format(moment);
    }
}
