package dev.roamlab.cli.chargers;

import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The versions of OCPP that chargers offer.
 *
 * @param dialects the preferred one first
 */
record OcppChoice(List<Dialect> dialects) {
    /** All that we speak, newer first. */
    private static final List<Dialect> ALL = List.of(new DialectV201(), new DialectV16());

    OcppChoice {
        dialects = List.copyOf(dialects);
    }

    static OcppChoice both() {
        return new OcppChoice(ALL);
    }

    /** Those of them that a model speaks, too. */
    List<Dialect> spokenBy(List<String> versions) {
        return dialects.stream()
                .filter(dialect -> versions.contains(dialect.version()))
                .toList();
    }

    @Override
    public String toString() {
        return dialects.size() > 1
                ? "both"
                : dialects.stream().map(Dialect::version).findFirst().orElse("");
    }

    /** Reads a version, or {@code both}. */
    static final class Converter implements ITypeConverter<OcppChoice> {
        @Override
        public OcppChoice convert(String value) {
            String text = value.strip().toLowerCase(java.util.Locale.ROOT);
            if (text.equals("both")) {
                return both();
            }
            List<Dialect> one = ALL.stream()
                    .filter(dialect -> dialect.version().equals(text)
                            || dialect.subprotocol().equals(text))
                    .toList();
            if (one.isEmpty()) {
                throw new TypeConversionException(
                        "'" + value + "' is no OCPP version spoken here.\nGive 1.6, 2.0.1 or both.");
            }
            return new OcppChoice(one);
        }
    }
}
