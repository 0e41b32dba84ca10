package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.station.StationEvent.ConnectRequested;
import dev.roamlab.station.StationEvent.Disconnected;
import dev.roamlab.station.StationEvent.NetworkLost;
import dev.roamlab.station.StationEvent.NetworkRestored;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.PowerLost;
import dev.roamlab.station.StationEvent.PowerRestored;
import dev.roamlab.station.StationEvent.RebootTriggered;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.StationEvent.Unplugged;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectingTest {
    private static final IdToken ANNA = IdToken.of("ANNA");

    private final StationRig rig = StationRig.booted("post-22-twin");

    @Test
    void a_station_boots_and_tells_the_status_of_everything_once() {
        StationRig fresh = new StationRig("post-22-twin");

        fresh.happen(new ConnectRequested());
        fresh.pass(Duration.ofMinutes(1));

        assertThat(fresh.heard()).containsExactly("Boot POWER_UP", "0.0 AVAILABLE", "1.1 AVAILABLE", "2.1 AVAILABLE");
    }

    @Test
    void a_station_that_is_not_accepted_boots_again_after_the_interval_and_says_nothing_else() {
        StationRig fresh = new StationRig("dc-300");
        fresh.registration = RegistrationStatus.PENDING;
        fresh.happen(new ConnectRequested());
        fresh.happen(new PluggedIn(1, Cars.named("tundra-95").at(20)));
        fresh.happen(new TokenPresented(Optional.of(1), ANNA));

        fresh.pass(Duration.ofSeconds(299));
        assertThat(fresh.heard()).containsExactly("Boot POWER_UP");

        fresh.registration = RegistrationStatus.REJECTED;
        fresh.pass(Duration.ofSeconds(2));
        fresh.registration = RegistrationStatus.ACCEPTED;
        fresh.pass(Duration.ofSeconds(300));
        assertThat(fresh.heard()).containsExactly("Boot POWER_UP", "Boot POWER_UP", "0.0 AVAILABLE", "1.1 PREPARING");
    }

    @Test
    void a_rejected_station_hangs_up_until_it_may_boot_again() {
        StationRig fresh = new StationRig("dc-300");
        fresh.registration = RegistrationStatus.REJECTED;

        fresh.happen(new ConnectRequested());
        assertThat(fresh.state.uplink().connected()).isFalse();

        fresh.registration = RegistrationStatus.ACCEPTED;
        fresh.pass(Duration.ofSeconds(299));
        assertThat(fresh.heard()).containsExactly("Boot POWER_UP");
        fresh.pass(Duration.ofSeconds(1));
        assertThat(fresh.state.uplink().accepted()).isTrue();
    }

    @Test
    void heartbeats_come_at_the_interval_that_the_csms_has_given() {
        rig.pass(Duration.ofMinutes(21));

        assertThat(rig.sent.stream().filter(HeartbeatRequest.class::isInstance)).hasSize(4);
    }

    @Test
    void back_off_doubles_up_to_five_minutes_and_jitter_takes_up_to_half() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 50))
                .extracting(attempt -> Connecting.pause(attempt, 0).toSeconds())
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
        assertThat(Connecting.pause(2, 1)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_station_that_cannot_connect_tries_again() {
        rig.reachable = false;
        rig.happen(new Disconnected(0));
        rig.pass(Duration.ofSeconds(12));
        assertThat(rig.state.uplink().attempts()).isEqualTo(2);

        rig.reachable = true;
        rig.pass(Duration.ofSeconds(10));

        assertThat(rig.state.uplink().accepted()).isTrue();
        assertThat(rig.heard()).isEmpty(); // it has not rebooted, and nothing has changed
    }

    @Test
    void what_happened_while_offline_is_told_in_order_and_once() {
        charge();
        rig.happen(new NetworkLost());
        rig.pass(Duration.ofMinutes(3));
        rig.happen(new Unplugged(1));
        assertThat(rig.heard()).isEmpty();

        rig.happen(new NetworkRestored());

        assertThat(rig.heard())
                .containsExactly(
                        "1.1 UPDATED METER_VALUE_PERIODIC",
                        "1.1 UPDATED METER_VALUE_PERIODIC",
                        "1.1 UPDATED METER_VALUE_PERIODIC",
                        "1.1 ENDED EV_DISCONNECTED",
                        "1.1 AVAILABLE");
        assertThat(rig.state.unconfirmed()).isZero();
    }

    @Test
    void events_of_the_time_offline_say_so() {
        charge();
        rig.happen(new NetworkLost());
        rig.happen(new Unplugged(1));
        rig.happen(new NetworkRestored());

        TransactionEventRequest last = rig.sent.stream()
                .filter(TransactionEventRequest.class::isInstance)
                .map(TransactionEventRequest.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(last.offline()).isTrue();
    }

    @Test
    void power_loss_ends_the_transaction_at_once_and_tells_after_the_boot() {
        charge();
        rig.pass(Duration.ofMinutes(10));
        rig.heard();

        rig.happen(new PowerLost());
        rig.pass(Duration.ofHours(1));
        assertThat(rig.heard()).isEmpty();
        rig.happen(new PowerRestored());
        rig.pass(Duration.ofSeconds(30));

        assertThat(rig.heard())
                .containsExactly(
                        "Boot POWER_UP", "1.1 ENDED POWER_LOSS", "0.0 AVAILABLE", "1.1 FINISHING", "2.1 AVAILABLE");
        assertThat(rig.state.connector(1).orElseThrow().reading()).isEqualTo(3680);
    }

    @Test
    void the_queue_survives_a_reboot_while_offline() {
        charge();
        rig.happen(new NetworkLost());
        rig.pass(Duration.ofMinutes(1));
        rig.happen(new RebootTriggered());
        rig.pass(Duration.ofMinutes(1));
        rig.happen(new NetworkRestored());

        assertThat(rig.heard())
                .containsExactly(
                        "Boot LOCAL_RESET",
                        "1.1 UPDATED METER_VALUE_PERIODIC",
                        "1.1 ENDED REBOOT",
                        "0.0 AVAILABLE",
                        "1.1 FINISHING",
                        "2.1 AVAILABLE");
    }

    @Test
    void a_message_the_csms_fails_on_is_tried_again_and_given_up_after_some_attempts() {
        plugIn();
        rig.heard();
        present();
        rig.answering = false;
        present(); // stops: the Ended goes out and stays unanswered
        for (int attempt = 1; attempt <= 3; attempt++) {
            rig.fail();
            rig.pass(Duration.ofMinutes(3));
        }

        assertThat(rig.heard().stream().filter(line -> line.equals("1.1 ENDED LOCAL")))
                .hasSize(3);
        assertThat(rig.state.unconfirmed()).isZero();
    }

    @Test
    void what_was_out_when_the_connection_broke_goes_out_again() {
        plugIn();
        rig.answering = false;
        remoteless();
        rig.happen(new Disconnected(0));
        rig.heard();
        rig.answering = true;

        rig.pass(Duration.ofSeconds(6));

        assertThat(rig.heard()).containsExactly("1.1 STARTED AUTHORIZED", "1.1 CHARGING");
    }

    @Test
    void offline_a_known_card_may_start_and_an_unknown_one_may_not() {
        charge();
        present();
        rig.happen(new NetworkLost());
        rig.heard();

        rig.happen(new TokenPresented(Optional.of(2), IdToken.of("STRANGER")));
        rig.happen(new PluggedIn(2, Cars.named("finch-52").at(30)));
        present();

        assertThat(rig.state.connector(1).orElseThrow().transaction()).isPresent();
        assertThat(rig.state.connector(2).orElseThrow().transaction()).isEmpty();
    }

    @Test
    void offline_an_unknown_card_may_start_where_the_configuration_says_so_and_a_blocked_one_never() {
        rig.ask(new ChangeConfigurationRequest("AllowOfflineTxForUnknownId", "true"));
        rig.tokens.put(ANNA, IdTokenInfo.of(AuthorizationStatus.BLOCKED));
        plugIn();
        present();
        rig.happen(new NetworkLost());

        present();
        rig.happen(new PluggedIn(2, Cars.named("finch-52").at(30)));
        rig.happen(new TokenPresented(Optional.of(2), IdToken.of("STRANGER")));

        assertThat(rig.state.connector(1).orElseThrow().transaction()).isEmpty();
        assertThat(rig.state.connector(2).orElseThrow().transaction()).isPresent();
    }

    private void charge() {
        plugIn();
        present();
        rig.heard();
    }

    /** Starts with a card that needs no question, so that the first message out is the transaction's. */
    private void remoteless() {
        rig.ask(new ChangeConfigurationRequest("LocalPreAuthorize", "true"));
        rig.state = rig.state.withTokens(rig.state.tokens().learn(ANNA, IdTokenInfo.of(AuthorizationStatus.ACCEPTED)));
        present();
    }

    private void plugIn() {
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(30)));
    }

    private void present() {
        rig.happen(new TokenPresented(Optional.of(1), ANNA));
    }
}
