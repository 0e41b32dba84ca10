package dev.roamlab.cli.options;

import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/**
 * The OCPI versions something is done in, one after the other.
 *
 * @param list older first
 */
public record Versions(List<OcpiVersion> list) {
    private static final Versions BOTH = new Versions(List.of(OcpiVersion.values()));

    public Versions {
        list = List.copyOf(list);
    }

    /** Reads a version, or {@code both}. */
    public static final class Converter implements ITypeConverter<Versions> {
        @Override
        public Versions convert(String value) {
            String text = value.strip().toLowerCase(Locale.ROOT);
            if (text.equals("both")) {
                return BOTH;
            }
            return OcpiVersion.of(text)
                    .map(version -> new Versions(List.of(version)))
                    .orElseThrow(() -> BadValue.of(
                            "'" + value + "' is no OCPI version spoken here.", "Give 2.2.1, 2.3.0 or both."));
        }
    }
}
