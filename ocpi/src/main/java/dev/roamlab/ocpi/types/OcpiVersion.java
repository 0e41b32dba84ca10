package dev.roamlab.ocpi.types;

import java.util.Arrays;
import java.util.Optional;

/** The OCPI versions that are spoken here, older first. Spec: version_information_endpoint_versionnumber_enum. */
public enum OcpiVersion {
    V2_2_1("2.2.1"),
    V2_3_0("2.3.0");

    private final String value;

    OcpiVersion(String value) {
        this.value = value;
    }

    /** The version number as it stands in a versions list and in URLs. */
    public String value() {
        return value;
    }

    /** The version with this number, or empty when it is not spoken here. */
    public static Optional<OcpiVersion> of(String value) {
        return Arrays.stream(values())
                .filter(version -> version.value.equals(value))
                .findFirst();
    }

    @Override
    public String toString() {
        return value;
    }
}
