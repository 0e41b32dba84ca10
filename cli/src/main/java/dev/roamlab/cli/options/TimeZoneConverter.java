package dev.roamlab.cli.options;

import dev.roamlab.cli.shell.Suggestions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/** Reads a time zone by its IANA name. */
public final class TimeZoneConverter implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String value) {
        try {
            return ZoneId.of(value.strip());
        } catch (DateTimeException unknown) {
            throw BadValue.of(
                    "'" + value + "' is no time zone.",
                    meant(value.strip())
                                    .map(zone -> "Did you mean " + zone + "? ")
                                    .orElse("") + "Give a name such as Europe/Amsterdam, or UTC.");
        }
    }

    /** Either the whole name is nearly right, or only the city was given. */
    private static Optional<String> meant(String value) {
        var zones = ZoneId.getAvailableZoneIds();
        String city = value.substring(value.lastIndexOf('/') + 1).replace(' ', '_');
        return Suggestions.closest(value.replace(' ', '_'), zones)
                .or(() -> Suggestions.closest(
                                city,
                                zones.stream().map(TimeZoneConverter::city).toList())
                        .flatMap(name -> first(zones.stream(), name)));
    }

    private static Optional<String> first(Stream<String> zones, String city) {
        return zones.filter(zone -> city(zone).equals(city)).sorted().findFirst();
    }

    private static String city(String zone) {
        return Arrays.asList(zone.split("/")).get(zone.split("/").length - 1);
    }
}
