package dev.roamlab.cli.nodes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Look;
import dev.roamlab.cpo.Cpo;
import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.cpo.gateway.Cluster;
import dev.roamlab.cpo.gateway.ClusterSettings;
import dev.roamlab.cpo.stations.StationView;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpp.messages.ClearCacheRequest;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.scenarios.lab.Neighbourhood;
import dev.roamlab.scenarios.lab.Placement;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three processes: this one with the core and connections of its own, and two gateways. One of those is killed in the middle
 * of everybody's charge.
 */
@Tag("long")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class GatewayLossTest {
    private static final int STATIONS = 24;
    private static final IdToken CARD = IdToken.of("04A1B2C3D4E5F6");

    private final RealClock wall = new RealClock(1);
    private final RealClock fast = new RealClock(5);
    private Vertx clustered;
    private Vertx local;
    private GatewayProcesses processes;
    private Cpo cpo;
    private Fleet fleet;

    @BeforeEach
    void start() throws Exception {
        ClusterSettings cluster = new ClusterOptions().settings();
        clustered = Cluster.join(cluster).await(30, SECONDS);
        local = Vertx.vertx();
        CpoNode node = core();
        clustered.deployVerticle(node).await(10, SECONDS);
        cpo = node.cpo();
        processes = new GatewayProcesses(
                new Console(System.err, Look.PLAIN), "127.0.0.1", cluster.self().toString());
        processes.start(List.of(ClusterOptions.freePort(), ClusterOptions.freePort()));
        until(() -> get(cpo.gateways()).size() == 2);
        List<Integer> ports = new ArrayList<>();
        get(cpo.gateways()).forEach(gateway -> ports.add(port(gateway.url())));
        ports.add(port(cpo.csmsUrl()));
        fleet = fleet("ws://127.0.0.1:" + balance(ports) + "/ocpp");
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }

    private CpoNode core() {
        CredentialsRole role = new CredentialsRole(
                Role.CPO, BusinessDetails.named("Roam Power"), Fixtures.CPO.partyId(), Fixtures.CPO.countryCode());
        CpoSettings settings = CpoSettings.of(
                        NodeSettings.local("cpo", List.of(role)).build())
                .gateways(true)
                .build();
        return new CpoNode(settings, new LabContext(wall, new ExchangeLog(wall), Ids.unpredictable()));
    }

    private Fleet fleet(String csmsUrl) throws Exception {
        var built = new Neighbourhood(Fixtures.CPO, wall.instant(), Ids.seeded(1, "town"), List.of()).build(STATIONS);
        get(cpo.loadLocations(built.locations()));
        get(cpo.loadToken(
                Document.of(Fixtures.aToken().whitelist(WhitelistType.ALWAYS).build())));
        Fleet made = Fleet.deploy(local, fast, new ExchangeLog(fast), Ids.unpredictable(), csmsUrl)
                .await(10, SECONDS);
        for (Placement place : built.placements()) {
            get(cpo.commission(place.locationId(), place.chargePointId(), place.evseUids()));
            made.add(StationSpec.of(
                    place.model(), place.chargePointId(), made.stations().size() + 1));
        }
        return made;
    }

    /** Stands in front of the gateways, as in real life: who connects gets the next one that takes connections. */
    private int balance(List<Integer> ports) throws Exception {
        NetClient client = local.createNetClient();
        AtomicInteger turn = new AtomicInteger();
        NetServer server = local.createNetServer().connectHandler(station -> {
            station.pause();
            connect(client, ports, turn.getAndIncrement(), ports.size())
                    .onSuccess(gateway -> join(station, gateway))
                    .onFailure(none -> station.close());
        });
        return server.listen(0, "127.0.0.1").await(10, SECONDS).actualPort();
    }

    private static Future<NetSocket> connect(NetClient client, List<Integer> ports, int turn, int tries) {
        Future<NetSocket> connected = client.connect(ports.get(turn % ports.size()), "127.0.0.1");
        return tries == 1 ? connected : connected.recover(gone -> connect(client, ports, turn + 1, tries - 1));
    }

    private static void join(NetSocket one, NetSocket other) {
        one.handler(other::write).closeHandler(ended -> other.close());
        other.handler(one::write).closeHandler(ended -> one.close());
        one.resume();
    }

    @AfterEach
    void stop() throws Exception {
        processes.close();
        local.close().await(20, SECONDS);
        clustered.close().await(30, SECONDS);
        wall.close();
        fast.close();
    }

    @Test
    void a_gateway_killed_in_mid_charge_costs_no_transaction_and_doubles_none() throws Exception {
        List<SimulatedStation> stations = fleet.stations();
        fleet.connectAll().await(20, SECONDS);
        until(() -> get(cpo.csms()).stations().booted() == STATIONS);
        // Who shows a card before the station has heard that it is accepted, shows it in vain.
        until(() -> stations.stream().allMatch(station -> station.state().accepted()));
        assertThat(get(cpo.csms()).stations().byGateway()).hasSize(3);
        stations.subList(0, STATIONS - 6).forEach(GatewayLossTest::begin);
        until(() -> sessions().size() == STATIONS - 6);

        // The last six begin in the very moment, and six others end.
        stations.subList(STATIONS - 6, STATIONS).forEach(GatewayLossTest::begin);
        processes.processes().get(0).destroyForcibly();
        stations.subList(0, 6).forEach(station -> station.present(1, CARD));

        until(() -> get(cpo.csms()).stations().connected() == STATIONS && allAreReached());
        // Whom nobody answered at the reader shows the card again.
        stations.subList(STATIONS - 6, STATIONS).stream()
                .filter(GatewayLossTest::isIdle)
                .forEach(station -> station.present(1, CARD));
        until(() -> sessions().size() == STATIONS && cdrs().size() == 6);
        stations.subList(6, STATIONS).forEach(station -> station.present(1, CARD));
        until(() -> cdrs().size() == STATIONS);
        until(() -> stations.stream().allMatch(station -> station.state().unconfirmed() == 0));

        assertThat(sessions())
                .hasSize(STATIONS)
                .allSatisfy(session -> assertThat(session.value().status()).isEqualTo(SessionStatus.COMPLETED));
        assertThat(cdrs()).hasSize(STATIONS);
        assertThat(cdrs().stream()
                        .map(cdr -> cdr.value().cdrLocation().evseUid())
                        .collect(Collectors.toSet()))
                .hasSize(STATIONS);
        assertThat(billedWh()).isEqualTo(meteredWh()).isPositive();
        until(() -> get(cpo.gateways()).size() == 2); // the launcher has started it again
    }

    private static void begin(SimulatedStation station) {
        station.plugIn(1, Cars.named("finch-52").at(10));
        station.present(1, CARD);
    }

    private static boolean isIdle(SimulatedStation station) {
        return station.state().connector(1).transactionId().isEmpty();
    }

    /** A command finds every station, wherever it is now. */
    private boolean allAreReached() {
        return get(Future.all(get(cpo.stations()).stream()
                        .map(StationView::id)
                        .map(id -> cpo.tell(id, new ClearCacheRequest()))
                        .toList())
                .map(true)
                .otherwise(false));
    }

    private long billedWh() {
        return cdrs().stream()
                .mapToLong(cdr -> cdr.value().totalEnergy().movePointRight(3).longValue())
                .sum();
    }

    private long meteredWh() {
        return fleet.stations().stream()
                .mapToLong(station -> station.state().connector(1).registerWh())
                .sum();
    }

    private List<Document<Session>> sessions() {
        return get(cpo.sessions());
    }

    private List<Document<Cdr>> cdrs() {
        return get(cpo.cdrs());
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.await(30, SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + SECONDS.toNanos(50);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen: " + sessions().size() + " sessions, " + cdrs().size()
                        + " CDRs, " + get(cpo.csms()) + ", " + get(cpo.gateways()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
