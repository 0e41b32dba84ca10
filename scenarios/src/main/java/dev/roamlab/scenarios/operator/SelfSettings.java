package dev.roamlab.scenarios.operator;

import dev.roamlab.node.faults.Fault;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import java.util.List;
import java.util.Optional;

/**
 * One of our nodes, to be tested like a stranger's.
 *
 * @param role CPO or EMSP
 * @param seed makes ids and secrets repeatable
 * @param versions that the node offers
 * @param port of the node on this machine; 0 takes any free one
 * @param operatorPort of the operator's desk on this machine; 0 takes any free one
 * @param publicUrl scheme, host and port that the node tells partners, when a proxy stands in front of it
 * @param pageLimit the most objects on a page
 * @param faults what the node does wrong on purpose from its start
 * @param admin whether faults may be switched at run time, at {@code /admin/faults}
 * @param tester the party whose former charges a CPO has in its books
 */
@OcpiRecord
public record SelfSettings(
        Role role,
        long seed,
        List<OcpiVersion> versions,
        int port,
        int operatorPort,
        Optional<String> publicUrl,
        int pageLimit,
        List<Fault> faults,
        boolean admin,
        Party tester) {
    private static final int USUAL_PAGE_LIMIT = 50;

    /** Refuses roles that we have no node for. */
    public SelfSettings {
        if (role != Role.CPO && role != Role.EMSP) {
            throw new IllegalArgumentException("role: " + role + ", must be CPO or EMSP");
        }
        versions = List.copyOf(versions);
        faults = List.copyOf(faults);
    }

    /** The usual ones, with free ports and all versions. */
    public static SelfSettings of(Role role, long seed) {
        return new SelfSettings(
                role,
                seed,
                List.of(OcpiVersion.values()),
                0,
                0,
                Optional.empty(),
                USUAL_PAGE_LIMIT,
                List.of(),
                false,
                Party.parse("NL-TSA"));
    }
}
