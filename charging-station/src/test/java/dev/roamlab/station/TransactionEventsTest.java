package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GetTransactionStatusRequest;
import dev.roamlab.ocpp.messages.GetTransactionStatusResponse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionResponse;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.tariff.CostUpdatedRequest;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.QuotaSet;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.StationEvent.Unplugged;
import dev.roamlab.station.physics.Cars;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a station that speaks 2.0.1 says of a transaction, point by point. */
class TransactionEventsTest {
    private static final IdToken ANNA = IdToken.of("ANNA");

    private StationRig rig = rig("PowerPathClosed", "EVConnected,Authorized");

    @Test
    void a_transaction_from_closed_path_to_stop_is_told_in_full() {
        plugIn();
        present();
        rig.pass(Duration.ofSeconds(60));
        present();
        unplug();

        assertThat(told())
                .containsExactly(
                        "0 STARTED AUTHORIZED EV_CONNECTED ANNA",
                        "1 UPDATED CHARGING_STATE_CHANGED CHARGING",
                        "2 UPDATED METER_VALUE_PERIODIC CHARGING",
                        "3 ENDED STOP_AUTHORIZED EV_CONNECTED ANNA LOCAL");
    }

    @Test
    void where_the_cable_begins_it_the_token_comes_later_and_only_once() {
        rig = rig("EVConnected", "EVConnected");

        plugIn();
        present();
        present();
        unplug();

        assertThat(told())
                .containsExactly(
                        "0 STARTED CABLE_PLUGGED_IN EV_CONNECTED",
                        "1 UPDATED AUTHORIZED EV_CONNECTED ANNA",
                        "2 UPDATED CHARGING_STATE_CHANGED CHARGING",
                        "3 UPDATED STOP_AUTHORIZED EV_CONNECTED ANNA",
                        "4 ENDED EV_COMMUNICATION_LOST IDLE LOCAL");
    }

    @Test
    void where_the_token_begins_it_the_cable_comes_later() {
        rig = rig("Authorized", "Authorized");

        present();
        plugIn();
        unplug();

        assertThat(told())
                .containsExactly(
                        "0 STARTED AUTHORIZED IDLE ANNA",
                        "1 UPDATED CABLE_PLUGGED_IN EV_CONNECTED",
                        "2 UPDATED CHARGING_STATE_CHANGED CHARGING",
                        "3 ENDED EV_COMMUNICATION_LOST IDLE EV_DISCONNECTED");
    }

    @Test
    void a_driver_who_never_plugs_in_ends_it_by_time_out() {
        rig = rig("Authorized", "Authorized");
        present();

        rig.pass(Duration.ofSeconds(60));

        assertThat(told()).containsExactly("0 STARTED AUTHORIZED IDLE ANNA", "1 ENDED EV_CONNECT_TIMEOUT IDLE TIMEOUT");
    }

    @Test
    void a_token_refused_before_the_cable_ends_it() {
        rig = rig("Authorized", "Authorized");
        rig.tokens.put(ANNA, IdTokenInfo.of(AuthorizationStatus.BLOCKED));

        remoteStart();

        assertThat(told())
                .containsExactly("0 STARTED REMOTE_START IDLE ANNA #7", "1 ENDED DEAUTHORIZED IDLE DE_AUTHORIZED");
    }

    @Test
    void a_bay_is_watched_where_it_begins_there() {
        rig = rig("ParkingBayOccupancy", "ParkingBayOccupancy");

        plugIn();
        unplug();

        assertThat(told())
                .containsExactly("0 STARTED EV_DETECTED EV_CONNECTED", "1 ENDED EV_DEPARTED IDLE EV_DISCONNECTED");
    }

    @Test
    void a_remote_start_joins_the_transaction_that_the_cable_began_and_says_which() {
        rig = rig("EVConnected", "EVConnected");
        plugIn();
        Optional<String> open = rig.state.connector(1).orElseThrow().transactionId();

        RequestStartTransactionResponse answer = remoteStart();

        assertThat(answer.transactionId()).isEqualTo(open).isPresent();
        assertThat(told())
                .containsExactly(
                        "0 STARTED CABLE_PLUGGED_IN EV_CONNECTED",
                        "1 UPDATED REMOTE_START EV_CONNECTED ANNA #7",
                        "2 UPDATED CHARGING_STATE_CHANGED CHARGING");
    }

    @Test
    void a_remote_stop_ends_what_only_the_cable_has_begun() {
        rig = rig("EVConnected", "EVConnected");
        plugIn();
        String open = rig.state.connector(1).orElseThrow().transactionId().orElseThrow();

        var answer = (RequestStopTransactionResponse) rig.ask(new RequestStopTransactionRequest(open));

        assertThat(answer.status()).isEqualTo(RequestStartStopStatus.ACCEPTED);
        assertThat(told()).last().isEqualTo("1 ENDED REMOTE_STOP EV_CONNECTED REMOTE");
    }

    @Test
    void power_loss_ends_everything_and_is_told_after_the_boot() {
        rig = rig("EVConnected", "EVConnected");
        plugIn();
        rig.happen(new StationEvent.PowerLost());
        assertThat(told()).containsExactly("0 STARTED CABLE_PLUGGED_IN EV_CONNECTED");

        rig.happen(new StationEvent.PowerRestored());
        rig.pass(Duration.ofSeconds(30));

        assertThat(told()).last().isEqualTo("1 ENDED ABNORMAL_CONDITION EV_CONNECTED POWER_LOSS");
    }

    @Test
    void what_happened_without_a_connection_says_so() {
        plugIn();
        present();
        rig.happen(new StationEvent.NetworkLost());
        rig.pass(Duration.ofSeconds(60));
        rig.happen(new StationEvent.NetworkRestored());
        rig.pass(Duration.ofSeconds(60));

        assertThat(events()).extracting(TransactionEventRequest::offline).containsExactly(false, false, true, false);
    }

    @Test
    void time_spent_charging_counts_only_while_energy_flows() {
        plugIn();
        present();
        rig.pass(Duration.ofSeconds(90));
        rig.happen(new StationEvent.CarPaused(1));
        rig.pass(Duration.ofSeconds(300));
        present();

        assertThat(last().transactionInfo().timeSpentCharging()).contains(90);
    }

    @Test
    void a_driver_who_wants_so_much_gets_no_more() {
        plugIn();
        present();

        rig.happen(new QuotaSet(1, Optional.of(5_000L), Optional.empty()));
        rig.pass(Duration.ofHours(1));

        assertThat(told()).last().isEqualTo("15 ENDED ENERGY_LIMIT_REACHED EV_CONNECTED ENERGY_LIMIT_REACHED");
        assertThat(rig.state.connector(1).orElseThrow().reading()).isEqualTo(5_000);
    }

    @Test
    void a_driver_who_wants_so_long_gets_no_longer() {
        plugIn();
        present();

        rig.happen(new QuotaSet(1, Optional.empty(), Optional.of(Duration.ofMinutes(10))));
        rig.pass(Duration.ofMinutes(10));

        assertThat(told()).last().asString().endsWith("ENDED TIME_LIMIT_REACHED EV_CONNECTED TIME_LIMIT_REACHED");
    }

    @Test
    void a_token_refused_late_has_what_the_configuration_grants() {
        rig.set(Map.of(ConfigurationKey.MAX_ENERGY_ON_INVALID_ID, "500"));
        rig.tokens.put(ANNA, IdTokenInfo.of(AuthorizationStatus.INVALID));
        plugIn();
        remoteStart();
        assertThat(rig.state.connector(1).orElseThrow().transaction()).isPresent();

        rig.pass(Duration.ofMinutes(5));

        assertThat(told()).last().asString().contains("ENDED DEAUTHORIZED");
        assertThat(rig.state.connector(1).orElseThrow().reading()).isEqualTo(500);
    }

    @Test
    void a_csms_learns_whether_a_transaction_goes_on() {
        plugIn();
        present();
        String id = rig.transactionId(1);

        assertThat(status(Optional.of(id))).isEqualTo(new GetTransactionStatusResponse(Optional.of(true), false));
        assertThat(status(Optional.of("nosuch")))
                .isEqualTo(new GetTransactionStatusResponse(Optional.of(false), false));
        rig.answering = false;
        present();
        assertThat(status(Optional.of(id))).isEqualTo(new GetTransactionStatusResponse(Optional.of(false), true));
        assertThat(status(Optional.empty())).isEqualTo(new GetTransactionStatusResponse(Optional.empty(), true));
    }

    @Test
    void a_driver_sees_what_it_has_cost() {
        plugIn();
        present();

        rig.ask(new CostUpdatedRequest(new BigDecimal("3.20"), rig.transactionId(1)));
        rig.ask(new CostUpdatedRequest(new BigDecimal("99"), "nosuch"));

        assertThat(rig.state.seenAt(rig.now).connector(1).cost()).contains(new BigDecimal("3.20"));
        present();
        unplug();
        plugIn();
        assertThat(rig.state.seenAt(rig.now).connector(1).cost()).isEmpty();
    }

    private static StationRig rig(String begins, String ends) {
        StationRig rig = StationRig.booted("post-22-twin", Idiom.V2_0_1);
        rig.set(Map.of(ConfigurationKey.TX_START_POINT, begins, ConfigurationKey.TX_STOP_POINT, ends));
        return rig;
    }

    private void plugIn() {
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(30)));
    }

    private void unplug() {
        rig.happen(new Unplugged(1));
    }

    private void present() {
        rig.happen(new TokenPresented(Optional.of(1), ANNA));
    }

    private RequestStartTransactionResponse remoteStart() {
        return (RequestStartTransactionResponse)
                rig.ask(new RequestStartTransactionRequest(ANNA, 7, Optional.of(Evse.of(1))));
    }

    private GetTransactionStatusResponse status(Optional<String> id) {
        return (GetTransactionStatusResponse) rig.ask(new GetTransactionStatusRequest(id));
    }

    private List<TransactionEventRequest> events() {
        return rig.sent.stream()
                .filter(TransactionEventRequest.class::isInstance)
                .map(TransactionEventRequest.class::cast)
                .toList();
    }

    private TransactionEventRequest last() {
        return events().get(events().size() - 1);
    }

    private List<String> told() {
        return events().stream().map(TransactionEventsTest::inShort).toList();
    }

    private static String inShort(TransactionEventRequest event) {
        return event.seqNo() + " " + event.eventType() + " " + event.triggerReason() + " "
                + event.transactionInfo().chargingState().map(Enum::name).orElse("")
                + event.idToken().map(token -> " " + token.idToken()).orElse("")
                + event.transactionInfo()
                        .stoppedReason()
                        .map(reason -> " " + reason)
                        .orElse("")
                + event.transactionInfo().remoteStartId().map(id -> " #" + id).orElse("");
    }
}
