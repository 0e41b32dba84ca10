package dev.roamlab.cli.options;

import dev.roamlab.ocpi.types.OcpiVersion;
import picocli.CommandLine.ITypeConverter;

/** Reads one OCPI version. */
public final class VersionConverter implements ITypeConverter<OcpiVersion> {
    @Override
    public OcpiVersion convert(String value) {
        return OcpiVersion.of(value.strip())
                .orElseThrow(
                        () -> BadValue.of("'" + value + "' is no OCPI version spoken here.", "Give 2.2.1 or 2.3.0."));
    }
}
