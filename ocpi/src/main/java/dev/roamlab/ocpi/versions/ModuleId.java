package dev.roamlab.ocpi.versions;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import dev.roamlab.ocpi.types.Since;
import java.util.List;

/** The name of a module in the version details; an open list. {@code invoicereconciliation} names itself in its own
 * chapter. Spec: version_information_endpoint_moduleid_enum. */
public record ModuleId(String value) implements OpenEnum {
    public static final ModuleId CDRS = new ModuleId("cdrs");

    public static final ModuleId CHARGINGPROFILES = new ModuleId("chargingprofiles");

    public static final ModuleId COMMANDS = new ModuleId("commands");

    public static final ModuleId CREDENTIALS = new ModuleId("credentials");

    public static final ModuleId HUBCLIENTINFO = new ModuleId("hubclientinfo");

    public static final ModuleId LOCATIONS = new ModuleId("locations");

    public static final ModuleId SESSIONS = new ModuleId("sessions");

    public static final ModuleId TARIFFS = new ModuleId("tariffs");

    public static final ModuleId TOKENS = new ModuleId("tokens");

    @Since(OcpiVersion.V2_3_0)
    public static final ModuleId INVOICERECONCILIATION = new ModuleId("invoicereconciliation");

    /** The listed values, in the specification's order. */
    public static final List<ModuleId> KNOWN = List.of(
            CDRS,
            CHARGINGPROFILES,
            COMMANDS,
            CREDENTIALS,
            HUBCLIENTINFO,
            LOCATIONS,
            SESSIONS,
            TARIFFS,
            TOKENS,
            INVOICERECONCILIATION);

    public ModuleId {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
