package dev.roamlab.scenarios.lab;

import dev.roamlab.emsp.EmspNode.Sync;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.v16.DialectV16;
import java.util.List;

/**
 * How a lab is set up.
 *
 * @param version the latest version that the eMSP speaks; the CPO speaks all, so this is the one that is agreed
 * @param seed makes ids and secrets repeatable
 * @param host interface on which both nodes listen
 * @param emspPort 0 takes any free port
 * @param cpoPort 0 takes any free port
 * @param pageLimit the most objects on a page of either node
 * @param sync whether the eMSP fetches tariffs and locations by itself
 * @param faults what the nodes do wrong on purpose; each node has those that it can have
 * @param ocpp the versions of OCPP that stations offer, the preferred one first; the CPO speaks all
 * @param admin whether faults may be switched at run time, by anybody on this machine
 */
@OcpiRecord
public record LabSettings(
        LabClock clock,
        OcpiVersion version,
        long seed,
        String host,
        int emspPort,
        int cpoPort,
        StoreLocation emspStore,
        StoreLocation cpoStore,
        int pageLimit,
        Sync sync,
        List<Fault> faults,
        List<Dialect> ocpp,
        boolean admin) {
    public LabSettings {
        faults = List.copyOf(faults);
        ocpp = List.copyOf(ocpp);
    }

    /** A lab in memory, on free ports of this machine. */
    public static LabSettingsBuilder inMemory(LabClock clock, OcpiVersion version, long seed) {
        return LabSettingsBuilder.builder()
                .clock(clock)
                .version(version)
                .seed(seed)
                .host("127.0.0.1")
                .emspPort(0)
                .cpoPort(0)
                .emspStore(new StoreLocation.Memory())
                .cpoStore(new StoreLocation.Memory())
                .pageLimit(50)
                .sync(Sync.ON_REQUEST)
                .faults(List.of())
                .ocpp(List.of(new DialectV16()))
                .admin(false);
    }
}
