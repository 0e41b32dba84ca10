package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionResponse;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.station.StationEvent.CarPaused;
import dev.roamlab.station.StationEvent.CarResumed;
import dev.roamlab.station.StationEvent.LimitSet;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.StoppedForOtherReason;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.StationEvent.Unplugged;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChargingTransactionsTest {
    private static final IdToken ANNA = IdToken.of("ANNA");
    private static final IdToken BEN = IdToken.of("BEN");
    private static final IdToken FAMILY = IdToken.of("FAMILY");

    private final StationRig rig = StationRig.booted("post-22-twin");

    @Test
    void cable_first_then_card() {
        plugIn();
        assertThat(rig.heard()).containsExactly("1.1 PREPARING");

        present(ANNA);
        assertThat(rig.heard()).containsExactly("Authorize ANNA", "1.1 STARTED AUTHORIZED", "1.1 CHARGING");

        present(ANNA);
        assertThat(rig.heard()).containsExactly("1.1 ENDED LOCAL", "1.1 FINISHING");

        unplug();
        assertThat(rig.heard()).containsExactly("1.1 AVAILABLE");
    }

    @Test
    void card_first_then_cable() {
        present(ANNA);
        assertThat(rig.heard()).containsExactly("Authorize ANNA", "1.1 PREPARING");

        plugIn();
        assertThat(rig.heard()).containsExactly("1.1 STARTED AUTHORIZED", "1.1 CHARGING");
    }

    @Test
    void a_card_without_a_cable_is_forgotten_after_the_connection_time_out() {
        present(ANNA);
        rig.heard();

        rig.pass(Duration.ofSeconds(60));

        assertThat(rig.heard()).containsExactly("1.1 AVAILABLE");
        plugIn();
        assertThat(rig.heard()).containsExactly("1.1 PREPARING");
    }

    @Test
    void a_refused_card_starts_nothing() {
        rig.tokens.put(ANNA, IdTokenInfo.of(AuthorizationStatus.BLOCKED));
        plugIn();
        rig.heard();

        present(ANNA);

        assertThat(rig.heard()).containsExactly("Authorize ANNA");
    }

    @Test
    void remote_start_with_the_cable_in_starts_at_once() {
        plugIn();
        rig.heard();

        assertThat(remoteStart(ANNA)).isEqualTo(RequestStartStopStatus.ACCEPTED);

        assertThat(rig.heard()).containsExactly("1.1 STARTED REMOTE_START", "1.1 CHARGING");
    }

    @Test
    void remote_start_waits_for_the_cable() {
        remoteStart(ANNA);
        assertThat(rig.heard()).containsExactly("1.1 PREPARING");

        plugIn();
        assertThat(rig.heard()).containsExactly("1.1 STARTED REMOTE_START", "1.1 CHARGING");
    }

    @Test
    void remote_start_without_a_cable_ends_at_the_connection_time_out() {
        remoteStart(ANNA);
        rig.heard();

        rig.pass(Duration.ofSeconds(61));

        assertThat(rig.heard()).containsExactly("1.1 AVAILABLE");
    }

    @Test
    void remote_start_asks_for_authorisation_where_the_configuration_says_so() {
        rig.ask(new ChangeConfigurationRequest("AuthorizeRemoteTxRequests", "true"));
        plugIn();
        rig.heard();

        remoteStart(ANNA);

        assertThat(rig.heard()).containsExactly("Authorize ANNA", "1.1 STARTED REMOTE_START", "1.1 CHARGING");
    }

    @Test
    void remote_start_at_a_busy_connector_is_rejected() {
        charge();

        assertThat(remoteStart(BEN)).isEqualTo(RequestStartStopStatus.REJECTED);
    }

    @Test
    void remote_start_without_a_place_prefers_the_connector_with_a_cable() {
        rig.happen(new PluggedIn(2, Cars.named("finch-52").at(30)));
        rig.heard();

        rig.ask(new RequestStartTransactionRequest(ANNA, 7, Optional.empty()));

        assertThat(rig.heard()).containsExactly("2.1 STARTED REMOTE_START", "2.1 CHARGING");
    }

    @Test
    void remote_stop_ends_the_transaction_it_names_and_no_other() {
        charge();

        assertThat(remoteStop("nosuch")).isEqualTo(RequestStartStopStatus.REJECTED);
        assertThat(remoteStop(rig.transactionId(1))).isEqualTo(RequestStartStopStatus.ACCEPTED);

        assertThat(rig.heard()).containsExactly("1.1 ENDED REMOTE", "1.1 FINISHING");
    }

    @Test
    void pre_authorisation_starts_with_a_known_card_without_asking() {
        rig.ask(new ChangeConfigurationRequest("LocalPreAuthorize", "true"));
        charge();
        present(ANNA);
        rig.heard();

        present(ANNA);

        assertThat(rig.heard()).containsExactly("1.1 PREPARING", "1.1 STARTED AUTHORIZED", "1.1 CHARGING");
    }

    @Test
    void another_card_of_the_same_group_may_stop_and_a_stranger_may_not() {
        rig.tokens.put(ANNA, inGroup(FAMILY));
        rig.tokens.put(BEN, inGroup(FAMILY));
        charge();

        present(IdToken.of("STRANGER"));
        assertThat(rig.heard()).containsExactly("Authorize STRANGER");

        present(BEN);
        assertThat(rig.heard()).containsExactly("Authorize BEN", "1.1 ENDED LOCAL", "1.1 FINISHING");
    }

    @Test
    void unplugging_ends_the_transaction() {
        charge();

        unplug();

        assertThat(rig.heard()).containsExactly("1.1 ENDED EV_DISCONNECTED", "1.1 AVAILABLE");
    }

    @Test
    void unplugging_only_suspends_where_the_configuration_says_so() {
        rig.ask(new ChangeConfigurationRequest("StopTransactionOnEVSideDisconnect", "false"));
        charge();

        unplug();
        assertThat(rig.heard()).containsExactly("1.1 UPDATED CHARGING_STATE_CHANGED", "1.1 SUSPENDED_EV");

        plugIn();
        assertThat(rig.heard()).containsExactly("1.1 UPDATED CHARGING_STATE_CHANGED", "1.1 CHARGING");
    }

    @Test
    void a_token_that_turns_out_invalid_ends_the_transaction() {
        rig.tokens.put(ANNA, IdTokenInfo.of(AuthorizationStatus.INVALID));
        plugIn();
        rig.heard();

        remoteStart(ANNA);

        assertThat(rig.heard())
                .containsExactly(
                        "1.1 STARTED REMOTE_START", "1.1 CHARGING", "1.1 ENDED DE_AUTHORIZED", "1.1 FINISHING");
    }

    @Test
    void a_token_that_turns_out_invalid_gets_no_energy_where_the_transaction_may_go_on() {
        rig.ask(new ChangeConfigurationRequest("StopTransactionOnInvalidId", "false"));
        rig.tokens.put(ANNA, IdTokenInfo.of(AuthorizationStatus.INVALID));
        plugIn();
        rig.heard();

        remoteStart(ANNA);

        assertThat(rig.heard())
                .containsExactly(
                        "1.1 STARTED REMOTE_START",
                        "1.1 CHARGING",
                        "1.1 UPDATED CHARGING_STATE_CHANGED",
                        "1.1 SUSPENDED_EVSE");
        rig.pass(Duration.ofHours(1));
        assertThat(rig.state.connector(1).orElseThrow().transactionWh()).isZero();
    }

    @Test
    void other_reasons_end_a_transaction_too() {
        charge();

        rig.happen(new StoppedForOtherReason(1));

        assertThat(rig.heard()).containsExactly("1.1 ENDED OTHER", "1.1 FINISHING");
    }

    @Test
    void the_car_suspends_when_it_pauses_and_when_it_is_full() {
        rig.ask(new ChangeConfigurationRequest("MeterValueSampleInterval", "0"));
        charge();

        rig.happen(new CarPaused(1));
        rig.happen(new CarResumed(1));
        rig.pass(Duration.ofHours(6));

        assertThat(rig.heard())
                .containsExactly(
                        "1.1 UPDATED CHARGING_STATE_CHANGED",
                        "1.1 SUSPENDED_EV",
                        "1.1 UPDATED CHARGING_STATE_CHANGED",
                        "1.1 CHARGING",
                        "1.1 UPDATED CHARGING_STATE_CHANGED",
                        "1.1 SUSPENDED_EV");
        assertThat(rig.state.connector(1).orElseThrow().transactionWh()).isEqualTo(36_400);
    }

    @Test
    void the_station_suspends_at_a_limit_of_zero() {
        charge();

        rig.happen(new LimitSet(1, 0));
        rig.happen(new LimitSet(1, 11_040));

        assertThat(rig.heard())
                .containsExactly(
                        "1.1 UPDATED CHARGING_STATE_CHANGED",
                        "1.1 SUSPENDED_EVSE",
                        "1.1 UPDATED CHARGING_STATE_CHANGED",
                        "1.1 CHARGING");
    }

    @Test
    void meter_values_come_at_the_sample_interval_and_add_up() {
        charge();

        rig.pass(Duration.ofMinutes(30));
        present(ANNA);

        List<TransactionEventRequest> events = rig.sent.stream()
                .filter(TransactionEventRequest.class::isInstance)
                .map(TransactionEventRequest.class::cast)
                .toList();
        assertThat(events).hasSize(32);
        assertThat(events).extracting(TransactionEventRequest::seqNo).isSorted().doesNotHaveDuplicates();
        assertThat(MeterValue.registerWh(events.get(15).meterValue(), ReadingContext.SAMPLE_PERIODIC))
                .hasValueSatisfying(wattHours -> assertThat(wattHours).isEqualByComparingTo("5520"));
        assertThat(MeterValue.registerWh(events.get(31).meterValue(), ReadingContext.TRANSACTION_END))
                .hasValueSatisfying(wattHours -> assertThat(wattHours).isEqualByComparingTo("11040"));
    }

    @Test
    void two_cars_share_one_grid_connection() {
        StationRig shared = StationRig.booted("post-22-shared");
        shared.ask(new ChangeConfigurationRequest("MeterValueSampleInterval", "0"));
        for (int connector = 1; connector <= 2; connector++) {
            shared.happen(new PluggedIn(connector, Cars.named("finch-52").at(10)));
            shared.happen(new TokenPresented(Optional.of(connector), ANNA));
        }

        shared.pass(Duration.ofHours(1));

        assertThat(shared.state.connector(1).orElseThrow().transactionWh()).isEqualTo(11_040);
        assertThat(shared.state.connector(2).orElseThrow().transactionWh()).isEqualTo(11_040);
    }

    @Test
    void connectors_of_one_evse_take_turns() {
        StationRig dc = StationRig.booted("dc-50");

        dc.happen(new PluggedIn(1, Cars.named("tundra-95").at(10)));
        assertThat(dc.heard()).containsExactly("1.1 PREPARING", "1.2 UNAVAILABLE");

        dc.happen(new Unplugged(1));
        assertThat(dc.heard()).containsExactly("1.1 AVAILABLE", "1.2 AVAILABLE");
    }

    private void charge() {
        plugIn();
        present(ANNA);
        rig.heard();
    }

    private void plugIn() {
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(30)));
    }

    private void unplug() {
        rig.happen(new Unplugged(1));
    }

    private void present(IdToken token) {
        rig.happen(new TokenPresented(Optional.of(1), token));
    }

    private RequestStartStopStatus remoteStart(IdToken token) {
        var request = new RequestStartTransactionRequest(token, 7, Optional.of(Evse.of(1)));
        return ((RequestStartTransactionResponse) rig.ask(request)).status();
    }

    private RequestStartStopStatus remoteStop(String transactionId) {
        return ((RequestStopTransactionResponse) rig.ask(new RequestStopTransactionRequest(transactionId))).status();
    }

    private static IdTokenInfo inGroup(IdToken group) {
        return new IdTokenInfo(AuthorizationStatus.ACCEPTED, Optional.empty(), Optional.of(group));
    }
}
