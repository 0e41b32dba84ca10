package dev.roamlab.cpo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.cpo.gateway.GatewayNode;
import dev.roamlab.cpo.gateway.GatewaySettings;
import dev.roamlab.cpo.stations.StationView;
import dev.roamlab.lab.Ids;
import dev.roamlab.node.LabContext;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpp.messages.ClearCacheRequest;
import dev.roamlab.ocpp.messages.ClearCacheResponse;
import dev.roamlab.ocpp.messages.ClearCacheStatus;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.rpc.NotConnected;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stations whose connections are held by gateways; all of it in one process here, on a bus that is not clustered. */
class GatewayTest {
    private static final String CARD = "04A1B2C3D4E5F6";

    private CpoLab lab;
    private GatewayNode one;
    private GatewayNode two;

    @BeforeEach
    void start() throws Exception {
        lab = new CpoLab(OcpiVersion.V2_3_0);
        lab.emsp.push(Fixtures.aToken().whitelist(WhitelistType.ALWAYS).build());
        one = deploy("one");
        two = deploy("two");
    }

    private GatewayNode deploy(String name) throws Exception {
        GatewayNode gateway = new GatewayNode(
                new GatewaySettings(name, "127.0.0.1", 0),
                new LabContext(lab.lab.clock(), lab.lab.log(), Ids.seeded(4, name)));
        lab.lab.vertx().deployVerticle(gateway).await(10, SECONDS);
        return gateway;
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @Test
    void a_station_at_a_gateway_charges_as_one_at_the_node_itself() throws Exception {
        ScriptedStation station = at(one);

        assertThat(station.boot().status()).isEqualTo(RegistrationStatus.ACCEPTED);
        station.status(1, ConnectorStatus.AVAILABLE);
        station.start("t", 1, CARD, 1_000);
        station.meter("t", 1, 4_000);
        station.stop("t", 1, 9_000);
        lab.settle();

        assertThat(gateway()).contains("one");
        assertThat(sessions()).hasSize(1);
        assertThat(cdrs())
                .singleElement()
                .satisfies(cdr -> assertThat(cdr.value().totalEnergy()).isEqualByComparingTo("8"));
    }

    @Test
    void a_start_repeated_through_another_gateway_is_the_same_transaction() throws Exception {
        ScriptedStation before = at(one);
        before.boot();
        TransactionEventRequest start = before.started("t", 1, CARD, 1_000, Optional.empty());
        before.say(start);

        ScriptedStation after = at(two);
        after.say(start);
        after.meter("t", 1, 4_000);
        after.stop("t", 1, 9_000);
        lab.settle();

        assertThat(sessions()).hasSize(1);
        assertThat(cdrs()).hasSize(1);
    }

    @Test
    void a_command_reaches_a_station_wherever_it_is_connected() throws Exception {
        ScriptedStation station = at(one);
        station.answers =
                call -> Future.succeededFuture(new ClearCacheResponse(ClearCacheStatus.ACCEPTED, Optional.empty()));
        lab.get(lab.cpo.tell(CpoLab.STATION, new ClearCacheRequest()));

        ScriptedStation moved = at(two);
        moved.answers = call -> Future.failedFuture(new OcppCallException(RpcErrorCode.NOT_SUPPORTED, "no cache"));

        assertThatThrownBy(() -> lab.get(lab.cpo.tell(CpoLab.STATION, new ClearCacheRequest())))
                .isInstanceOfSatisfying(
                        OcppCallException.class,
                        refused -> assertThat(refused.code()).isEqualTo(RpcErrorCode.NOT_SUPPORTED));
        assertThat(moved.asked).hasSize(1);
        assertThat(station.asked).hasSize(1);
        until(() -> !station.isConnected()); // a station has one connection: the old one is closed
    }

    @Test
    void a_station_nobody_commissioned_is_turned_away_at_a_gateway() {
        assertThatThrownBy(() -> new ScriptedStation(lab.lab, one.url(), "STRANGER").connect())
                .hasMessageContaining("404");
    }

    @Test
    void heartbeats_are_answered_by_the_gateway_and_the_core_hears_of_them() throws Exception {
        ScriptedStation station = at(one);
        station.boot();
        lab.pass(Duration.ofMinutes(10));
        assertThat(station.say(new HeartbeatRequest()).currentTime())
                .isEqualTo(lab.lab.clock().instant());

        until(() -> views().get(0).lastSeen().equals(Optional.of(lab.lab.clock().instant())));
    }

    @Test
    void a_core_that_returns_learns_who_is_connected_where() throws Exception {
        ScriptedStation station = at(one);
        station.boot();

        lab.restart();
        until(() -> gateway().equals(Optional.of("one")));

        assertThat(station.isConnected()).isTrue();
        assertThat(station.boot().status()).isEqualTo(RegistrationStatus.ACCEPTED);
    }

    @Test
    void while_the_core_is_away_nobody_is_let_in_and_nothing_is_acknowledged() throws Exception {
        ScriptedStation station = at(one);
        station.boot();
        lab.stopNode();

        assertThatThrownBy(() -> station.start("t", 1, CARD, 1_000)).isInstanceOf(NotConnected.class);
        until(() -> !one.isUp());
        assertThatThrownBy(() -> new ScriptedStation(lab.lab, one.url(), CpoLab.STATION).connect())
                .hasMessageContaining("503");
    }

    /** The station, at a gateway that the core has heard of it from. */
    private ScriptedStation at(GatewayNode gateway) throws Exception {
        ScriptedStation station = new ScriptedStation(lab.lab, gateway.url(), CpoLab.STATION).connect();
        until(() -> gateway().equals(Optional.of(gateway == one ? "one" : "two")));
        return station;
    }

    private Optional<String> gateway() {
        return views().stream().findFirst().flatMap(StationView::gateway);
    }

    private List<StationView> views() {
        try {
            return lab.get(lab.cpo.stations());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Document<Session>> sessions() throws Exception {
        return lab.get(lab.cpo.sessions());
    }

    private List<Document<Cdr>> cdrs() throws Exception {
        return lab.get(lab.cpo.cdrs());
    }

    private static void until(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(condition::getAsBoolean);
    }
}
