package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GetConfigurationRequest;
import dev.roamlab.ocpp.messages.GetConfigurationResponse;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionResponse;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Central systems are odd; stations cope. */
class CsmsOdditiesTest {
    private static final IdToken ANNA = IdToken.of("ANNA");

    @ParameterizedTest
    @CsvSource({"0, 300", "-5, 300", "86400, 86400", "1, 1", "2147483647, 300"})
    void an_odd_heartbeat_interval_is_taken_as_far_as_it_makes_sense(int interval, int seconds) {
        StationRig rig = new StationRig("post-22-twin");
        rig.interval = interval;
        rig.happen(new StationEvent.ConnectRequested());

        rig.pass(Duration.ofSeconds(seconds - 1));
        assertThat(rig.sent).noneMatch(HeartbeatRequest.class::isInstance);
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.sent).filteredOn(HeartbeatRequest.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Idiom.class)
    void before_boot_is_answered_questions_are_answered_and_orders_are_not_taken(Idiom idiom) {
        StationRig rig = new StationRig("post-22-twin");
        rig.idiom = idiom;
        rig.answering = false;
        rig.happen(new StationEvent.ConnectRequested());

        assertThat(((GetConfigurationResponse) rig.ask(new GetConfigurationRequest(List.of()))).variables())
                .isNotEmpty();
        assertThat(start(rig)).isEqualTo(RequestStartStopStatus.REJECTED);
    }

    @Test
    void a_pending_station_stops_nothing_in_2_0_1() {
        StationRig rig = StationRig.booted("post-22-twin", Idiom.V2_0_1);
        charge(rig);
        String id = rig.transactionId(1);
        rig.registration = RegistrationStatus.PENDING;
        rig.state = rig.state.withUplink(rig.state.uplink().withRegistered(false));

        var answer = (RequestStopTransactionResponse) rig.ask(new RequestStopTransactionRequest(id));

        assertThat(answer.status()).isEqualTo(RequestStartStopStatus.REJECTED);
    }

    @Test
    void meter_values_wait_for_the_answer_to_the_start() {
        StationRig rig = StationRig.booted("post-22-twin");
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(10)));
        rig.heard();

        rig.answering = false;
        start(rig);
        rig.pass(Duration.ofMinutes(3));
        assertThat(rig.heard()).containsExactly("1.1 STARTED REMOTE_START");

        rig.answering = true;
        rig.happen(new StationEvent.TimeReached());
        assertThat(rig.heard())
                .containsExactly(
                        "1.1 CHARGING",
                        "1.1 UPDATED METER_VALUE_PERIODIC",
                        "1.1 UPDATED METER_VALUE_PERIODIC",
                        "1.1 UPDATED METER_VALUE_PERIODIC");
    }

    @Test
    void an_answer_that_comes_after_the_time_out_is_nobodys_business() {
        StationRig rig = StationRig.booted("post-22-twin");
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(10)));
        rig.heard();
        rig.answering = false;
        start(rig);
        rig.fail();
        long late = rig.state.lastRef();
        rig.pass(Duration.ofSeconds(60));
        assertThat(rig.heard()).containsExactly("1.1 STARTED REMOTE_START", "1.1 STARTED REMOTE_START");

        rig.happen(new StationEvent.Answered(
                late, new dev.roamlab.ocpp.messages.TransactionEventResponse(Optional.empty())));

        assertThat(rig.state.unconfirmed()).isPositive();
    }

    private static void charge(StationRig rig) {
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(10)));
        rig.happen(new TokenPresented(Optional.of(1), ANNA));
    }

    private static RequestStartStopStatus start(StationRig rig) {
        var request = new RequestStartTransactionRequest(ANNA, 7, Optional.of(Evse.of(1)));
        return ((RequestStartTransactionResponse) rig.ask(request)).status();
    }
}
