package dev.roamlab.cpo;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.roamlab.lab.Ids;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.node.TestLab;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A CPO with one location of two EVSEs and one station, and an eMSP that is registered with it. */
final class CpoLab implements AutoCloseable {
    static final String STATION = "ROAM-0001";
    final TestLab lab = new TestLab();
    final FakeEmsp emsp;
    private final StoreLocation store;
    private String deployment = "";
    CpoNode node;
    Cpo cpo;

    CpoLab(OcpiVersion version) throws Exception {
        this(version, new StoreLocation.Memory());
    }

    CpoLab(OcpiVersion version, StoreLocation store) throws Exception {
        this.store = store;
        node = deploy(0);
        cpo = node.cpo();
        cpo.loadTariffs(List.of(Document.of(Fixtures.aTariff().build()))).await(5, SECONDS);
        cpo.loadLocations(List.of(Document.of(Fixtures.aLocation()
                        .evses(List.of(evse("EVSE1"), evse("EVSE2")))
                        .build())))
                .await(5, SECONDS);
        cpo.commission("LOC1", STATION, List.of("EVSE1", "EVSE2")).await(5, SECONDS);
        emsp = new FakeEmsp(lab, "emsp", "DE", "MSP");
        emsp.register(node, version);
        settle();
    }

    private static Evse evse(String uid) {
        return Fixtures.anEvse()
                .uid(new CiString(uid))
                .capabilities(List.of(
                        Capability.RFID_READER,
                        Capability.REMOTE_START_STOP_CAPABLE,
                        Capability.RESERVABLE,
                        Capability.UNLOCK_CAPABLE))
                .build();
    }

    private CpoNode deploy(int port) throws Exception {
        CredentialsRole role = new CredentialsRole(
                Role.CPO, BusinessDetails.named("Roam Power"), Fixtures.CPO.partyId(), Fixtures.CPO.countryCode());
        NodeSettings settings =
                NodeSettings.local("cpo", List.of(role)).store(store).port(port).build();
        CpoNode deployed = new CpoNode(
                CpoSettings.of(settings).gateways(true).build(),
                new LabContext(lab.clock(), lab.log(), port == 0 ? Ids.seeded(2, "cpo") : Ids.unpredictable()));
        deployment = lab.vertx().deployVerticle(deployed).await(10, SECONDS);
        return deployed;
    }

    /** Stops the CPO and starts it again on the same port and store. */
    void restart() throws Exception {
        int port = node.parts().platform().host().port();
        stopNode();
        node = deploy(port);
        cpo = node.cpo();
    }

    void stopNode() throws Exception {
        lab.vertx().undeploy(deployment).await(20, SECONDS);
    }

    /** A station that has booted. */
    ScriptedStation station() throws Exception {
        ScriptedStation station = new ScriptedStation(lab, node, STATION).connect();
        station.boot();
        return station;
    }

    /** Lets lab time pass until something is so. */
    boolean until(BooleanSupplier condition) {
        return lab.clock().await(condition, Duration.ofHours(2));
    }

    /** Lets what is under way be done. */
    void settle() {
        pass(Duration.ofSeconds(1));
    }

    void pass(Duration time) {
        lab.clock().pass(time);
    }

    <T> T get(Future<T> future) throws Exception {
        return future.await(5, SECONDS);
    }

    @Override
    public void close() throws Exception {
        lab.close();
    }
}
