package dev.roamlab.ocpi.versions;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import dev.roamlab.ocpi.types.Since;
import java.util.List;
import java.util.Optional;

/** A version of OCPI in a versions list; an open list, as every platform may be ahead of another. Spec: version_information_endpoint_versionnumber_enum. */
public record VersionNumber(String value) implements OpenEnum {
    public static final VersionNumber V2_0 = new VersionNumber("2.0");

    public static final VersionNumber V2_1 = new VersionNumber("2.1");

    public static final VersionNumber V2_1_1 = new VersionNumber("2.1.1");

    public static final VersionNumber V2_2 = new VersionNumber("2.2");

    public static final VersionNumber V2_2_1 = new VersionNumber("2.2.1");

    @Since(OcpiVersion.V2_3_0)
    public static final VersionNumber V2_3_0 = new VersionNumber("2.3.0");

    /** The listed values, in the specification's order. */
    public static final List<VersionNumber> KNOWN = List.of(V2_0, V2_1, V2_1_1, V2_2, V2_2_1, V2_3_0);

    public VersionNumber {
        OpenEnums.requireValue(value);
    }

    /** The number of a version that is spoken here. */
    public static VersionNumber of(OcpiVersion version) {
        return new VersionNumber(version.value());
    }

    /** The same as a version that is spoken here, or empty. */
    public Optional<OcpiVersion> spoken() {
        return OcpiVersion.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
