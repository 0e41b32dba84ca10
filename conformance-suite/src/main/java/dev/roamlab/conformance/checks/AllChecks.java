package dev.roamlab.conformance.checks;

import dev.roamlab.conformance.checks.cdrs.CdrChecks;
import dev.roamlab.conformance.checks.commands.CommandChecks;
import dev.roamlab.conformance.checks.credentials.CredentialsChecks;
import dev.roamlab.conformance.checks.interop.InteropChecks;
import dev.roamlab.conformance.checks.locations.LocationChecks;
import dev.roamlab.conformance.checks.profile.ProfileChecks;
import dev.roamlab.conformance.checks.sessions.SessionChecks;
import dev.roamlab.conformance.checks.statuscodes.StatusCodeChecks;
import dev.roamlab.conformance.checks.tariffs.TariffChecks;
import dev.roamlab.conformance.checks.tokens.TokenChecks;
import dev.roamlab.conformance.checks.transport.TransportChecks;
import dev.roamlab.conformance.checks.types.TypeChecks;
import dev.roamlab.conformance.checks.versions.VersionChecks;
import java.util.List;
import java.util.stream.Stream;

/** All check classes, in the order of the specification. Listed by hand: a shaded jar cannot be searched. */
public final class AllChecks {
    private AllChecks() {}

    /** The classes. */
    public static List<Class<?>> classes() {
        return Stream.<List<Class<?>>>of(
                        TransportChecks.ALL,
                        StatusCodeChecks.ALL,
                        VersionChecks.ALL,
                        CredentialsChecks.ALL,
                        LocationChecks.ALL,
                        SessionChecks.ALL,
                        CdrChecks.ALL,
                        TariffChecks.ALL,
                        TokenChecks.ALL,
                        CommandChecks.ALL,
                        TypeChecks.ALL,
                        InteropChecks.ALL,
                        ProfileChecks.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
