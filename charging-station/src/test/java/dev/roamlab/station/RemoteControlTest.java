package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.CancelReservationRequest;
import dev.roamlab.ocpp.messages.CancelReservationResponse;
import dev.roamlab.ocpp.messages.CancelReservationStatus;
import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.ChangeAvailabilityResponse;
import dev.roamlab.ocpp.messages.ChangeAvailabilityStatus;
import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.ChangeConfigurationResponse;
import dev.roamlab.ocpp.messages.ChangeConfigurationStatus;
import dev.roamlab.ocpp.messages.ClearCacheRequest;
import dev.roamlab.ocpp.messages.ClearCacheResponse;
import dev.roamlab.ocpp.messages.ClearCacheStatus;
import dev.roamlab.ocpp.messages.ConfigurationValue;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.DataTransferStatus;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GetConfigurationRequest;
import dev.roamlab.ocpp.messages.GetConfigurationResponse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.OperationalStatus;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowResponse;
import dev.roamlab.ocpp.messages.ReserveNowStatus;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.TriggerMessageResponse;
import dev.roamlab.ocpp.messages.TriggerMessageStatus;
import dev.roamlab.ocpp.messages.UnlockConnectorRequest;
import dev.roamlab.ocpp.messages.UnlockConnectorResponse;
import dev.roamlab.ocpp.messages.UnlockStatus;
import dev.roamlab.station.StationEvent.EmergencyStopPressed;
import dev.roamlab.station.StationEvent.FaultCleared;
import dev.roamlab.station.StationEvent.FaultDetected;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.StationEvent.Unplugged;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteControlTest {
    private static final IdToken ANNA = IdToken.of("ANNA");
    private static final IdToken BEN = IdToken.of("BEN");
    private static final IdToken FAMILY = IdToken.of("FAMILY");

    private final StationRig rig = StationRig.booted("post-22-twin");

    @Test
    void unlocking_ends_the_transaction_and_frees_the_cable() {
        charge();

        assertThat(unlock(1)).isEqualTo(UnlockStatus.UNLOCKED);
        assertThat(rig.heard()).containsExactly("1.1 ENDED UNLOCK_COMMAND", "1.1 FINISHING");
    }

    @Test
    void unlocking_fails_with_a_broken_lock_and_where_there_is_none() {
        rig.happen(new FaultDetected(1, ErrorCode.CONNECTOR_LOCK_FAILURE));

        assertThat(unlock(1)).isEqualTo(UnlockStatus.UNLOCK_FAILED);
        assertThat(unlock(9)).isEqualTo(UnlockStatus.UNKNOWN_CONNECTOR);
        StationRig wallBox = StationRig.booted("versicharge-7.7");
        assertThat(((UnlockConnectorResponse) wallBox.ask(new UnlockConnectorRequest(1, 1))).status())
                .isEqualTo(UnlockStatus.NOT_SUPPORTED);
    }

    @Test
    void out_of_service_at_once_when_idle_and_later_while_charging() {
        charge();

        assertThat(change(OperationalStatus.INOPERATIVE, 2)).isEqualTo(ChangeAvailabilityStatus.ACCEPTED);
        assertThat(change(OperationalStatus.INOPERATIVE, 1)).isEqualTo(ChangeAvailabilityStatus.SCHEDULED);
        assertThat(change(OperationalStatus.INOPERATIVE, 3)).isEqualTo(ChangeAvailabilityStatus.REJECTED);
        assertThat(rig.heard()).containsExactly("2.1 UNAVAILABLE");

        present(1, ANNA);
        assertThat(rig.heard()).containsExactly("1.1 ENDED LOCAL", "1.1 UNAVAILABLE");

        rig.happen(new Unplugged(1));
        assertThat(change(OperationalStatus.OPERATIVE, 1)).isEqualTo(ChangeAvailabilityStatus.ACCEPTED);
        assertThat(rig.heard()).containsExactly("1.1 AVAILABLE");
    }

    @Test
    void the_whole_station_goes_out_of_service_after_its_last_transaction() {
        charge();

        assertThat(change(OperationalStatus.INOPERATIVE, 0)).isEqualTo(ChangeAvailabilityStatus.SCHEDULED);
        present(2, BEN);
        assertThat(rig.heard()).isEmpty();

        present(1, ANNA);
        assertThat(rig.heard())
                .containsExactly("1.1 ENDED LOCAL", "0.0 UNAVAILABLE", "1.1 UNAVAILABLE", "2.1 UNAVAILABLE");
    }

    @Test
    void a_soft_reset_says_everything_before_the_lights_go_out() {
        charge();

        rig.ask(new ResetRequest(ResetType.ON_IDLE));
        rig.pass(Duration.ofSeconds(30));

        assertThat(rig.heard())
                .containsExactly(
                        "1.1 ENDED SOFT_RESET",
                        "1.1 FINISHING",
                        "Boot REMOTE_RESET",
                        "0.0 AVAILABLE",
                        "1.1 FINISHING",
                        "2.1 AVAILABLE");
    }

    @Test
    void a_hard_reset_does_not_wait_and_nothing_is_lost() {
        charge();
        rig.answering = false;

        rig.ask(new ResetRequest(ResetType.IMMEDIATE));
        rig.pass(Duration.ofSeconds(5));
        rig.heard();
        rig.answering = true;
        rig.pass(Duration.ofSeconds(25));

        assertThat(rig.heard())
                .containsExactly(
                        "Boot REMOTE_RESET",
                        "1.1 ENDED IMMEDIATE_RESET",
                        "0.0 AVAILABLE",
                        "1.1 FINISHING",
                        "2.1 AVAILABLE");
    }

    @Test
    void a_reserved_connector_takes_only_its_token() {
        assertThat(reserve(5, 1, Optional.empty())).isEqualTo(ReserveNowStatus.ACCEPTED);
        assertThat(rig.heard()).containsExactly("1.1 RESERVED");

        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(30)));
        present(1, BEN);
        assertThat(rig.heard()).isEmpty();

        present(1, ANNA);
        assertThat(rig.heard())
                .containsExactly("Authorize ANNA", "1.1 PREPARING", "1.1 STARTED AUTHORIZED", "1.1 CHARGING");
        assertThat(rig.state
                        .connector(1)
                        .orElseThrow()
                        .transaction()
                        .orElseThrow()
                        .reservationId())
                .contains(5);
    }

    @Test
    void a_reserved_connector_takes_others_of_the_same_group() {
        rig.tokens.put(BEN, new IdTokenInfo(AuthorizationStatus.ACCEPTED, Optional.empty(), Optional.of(FAMILY)));
        reserve(5, 1, Optional.of(FAMILY));
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(30)));

        present(1, IdToken.of("STRANGER"));
        assertThat(rig.state.connector(1).orElseThrow().transaction()).isEmpty();

        present(1, BEN);
        assertThat(rig.state.connector(1).orElseThrow().transaction()).isPresent();
    }

    @Test
    void a_reservation_is_used_up_at_the_start() {
        reserve(5, 1, Optional.empty());
        charge();
        present(1, ANNA);
        rig.happen(new Unplugged(1));

        assertThat(rig.heard()).last().isEqualTo("1.1 AVAILABLE");
        assertThat(cancel(5)).isEqualTo(CancelReservationStatus.REJECTED);
    }

    @Test
    void a_reservation_expires_and_can_be_cancelled() {
        reserve(5, 1, Optional.empty());
        reserve(6, 2, Optional.empty());

        assertThat(cancel(6)).isEqualTo(CancelReservationStatus.ACCEPTED);
        rig.pass(Duration.ofMinutes(15));

        assertThat(rig.heard()).containsExactly("1.1 RESERVED", "2.1 RESERVED", "2.1 AVAILABLE", "1.1 AVAILABLE");
    }

    @Test
    void a_reservation_moves_when_its_number_is_used_again() {
        reserve(5, 1, Optional.empty());

        assertThat(reserve(5, 2, Optional.empty())).isEqualTo(ReserveNowStatus.ACCEPTED);

        assertThat(rig.heard()).containsExactly("1.1 RESERVED", "1.1 AVAILABLE", "2.1 RESERVED");
    }

    @Test
    void what_cannot_be_reserved_is_answered_with_the_reason() {
        charge();
        assertThat(reserve(5, 1, Optional.empty())).isEqualTo(ReserveNowStatus.OCCUPIED);

        change(OperationalStatus.INOPERATIVE, 2);
        assertThat(reserve(5, 2, Optional.empty())).isEqualTo(ReserveNowStatus.UNAVAILABLE);

        rig.happen(new FaultDetected(2, ErrorCode.GROUND_FAILURE));
        assertThat(reserve(5, 2, Optional.empty())).isEqualTo(ReserveNowStatus.FAULTED);
        assertThat(reserve(5, 0, Optional.empty())).isEqualTo(ReserveNowStatus.REJECTED);
        assertThat(reserve(5, 3, Optional.empty())).isEqualTo(ReserveNowStatus.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "MeterValueSampleInterval, 30,   ACCEPTED",
        "metervaluesampleinterval, 30,   ACCEPTED",
        "MeterValueSampleInterval, -1,   REJECTED",
        "MeterValueSampleInterval, soon, REJECTED",
        "MeterValuesSampledData,   Wind, REJECTED",
        "NumberOfConnectors,       9,    REJECTED",
        "WebSocketPingInterval,    20,   REBOOT_REQUIRED",
        "Colour,                   red,  UNKNOWN_VARIABLE",
    })
    void a_configuration_key_changes_where_it_may(String key, String value, ChangeConfigurationStatus status) {
        assertThat(((ChangeConfigurationResponse) rig.ask(new ChangeConfigurationRequest(key, value))).status())
                .isEqualTo(status);
    }

    @Test
    void what_needs_a_reboot_takes_effect_after_it() {
        rig.ask(new ChangeConfigurationRequest("WebSocketPingInterval", "20"));
        assertThat(get("WebSocketPingInterval").variables())
                .extracting(ConfigurationValue::value)
                .containsExactly(Optional.of("0"));

        rig.ask(new ResetRequest(ResetType.IMMEDIATE));
        rig.pass(Duration.ofSeconds(30));

        assertThat(get("WebSocketPingInterval").variables())
                .extracting(ConfigurationValue::value)
                .containsExactly(Optional.of("20"));
    }

    @Test
    void all_keys_are_told_when_none_is_named_and_unknown_ones_are_named() {
        assertThat(((GetConfigurationResponse) rig.ask(new GetConfigurationRequest(List.of()))).variables())
                .hasSize((int) java.util.stream.Stream.of(ConfigurationKey.values())
                        .filter(ConfigurationKey::inOcpp16)
                        .count());
        assertThat(get("Colour").unknown()).containsExactly("Colour");
        assertThat(get("NumberOfConnectors").variables())
                .containsExactly(new ConfigurationValue("NumberOfConnectors", true, Optional.of("2")));
    }

    @Test
    void messages_come_when_they_are_asked_for() {
        assertThat(trigger(MessageTrigger.STATUS_NOTIFICATION, Optional.of(Evse.of(2))))
                .isEqualTo(TriggerMessageStatus.ACCEPTED);
        assertThat(rig.heard()).containsExactly("2.1 AVAILABLE");

        trigger(MessageTrigger.METER_VALUES, Optional.of(Evse.of(1)));
        assertThat(rig.heard()).containsExactly("MeterValues");

        charge();
        trigger(MessageTrigger.METER_VALUES, Optional.of(Evse.of(1)));
        assertThat(rig.heard()).containsExactly("1.1 UPDATED TRIGGER");

        trigger(MessageTrigger.BOOT_NOTIFICATION, Optional.empty());
        assertThat(rig.heard()).containsExactly("Boot TRIGGERED");
        assertThat(trigger(MessageTrigger.PUBLISH_FIRMWARE_STATUS_NOTIFICATION, Optional.empty()))
                .isEqualTo(TriggerMessageStatus.NOT_IMPLEMENTED);
        assertThat(trigger(MessageTrigger.METER_VALUES, Optional.of(Evse.of(8))))
                .isEqualTo(TriggerMessageStatus.REJECTED);
    }

    @Test
    void the_cache_forgets_and_vendors_are_strangers() {
        charge();
        assertThat(((ClearCacheResponse) rig.ask(new ClearCacheRequest())).status())
                .isEqualTo(ClearCacheStatus.ACCEPTED);
        assertThat(rig.state.tokens().known()).isEmpty();

        var transfer = new DataTransferRequest("com.example", Optional.empty(), Optional.empty());
        assertThat(((DataTransferResponse) rig.ask(transfer)).status()).isEqualTo(DataTransferStatus.UNKNOWN_VENDOR_ID);
    }

    @ParameterizedTest
    @CsvSource({
        "GROUND_FAILURE,         GROUND_FAULT",
        "OVER_CURRENT_FAILURE,   OVERCURRENT_FAULT",
        "CONNECTOR_LOCK_FAILURE, OTHER",
    })
    void a_grave_fault_ends_the_transaction(ErrorCode code, String reason) {
        charge();

        rig.happen(new FaultDetected(1, code));
        assertThat(rig.heard()).containsExactly("1.1 ENDED " + reason, "1.1 FAULTED " + code);

        rig.happen(new FaultCleared(1));
        assertThat(rig.heard()).containsExactly("1.1 FINISHING");
    }

    @Test
    void heat_only_suspends_and_a_broken_reader_is_only_told() {
        charge();

        rig.happen(new FaultDetected(1, ErrorCode.HIGH_TEMPERATURE));
        rig.happen(new FaultCleared(1));
        rig.happen(new FaultDetected(1, ErrorCode.READER_FAILURE));

        assertThat(rig.heard())
                .containsExactly(
                        "1.1 UPDATED CHARGING_STATE_CHANGED",
                        "1.1 SUSPENDED_EVSE HIGH_TEMPERATURE",
                        "1.1 UPDATED CHARGING_STATE_CHANGED",
                        "1.1 CHARGING",
                        "1.1 CHARGING READER_FAILURE");
    }

    @Test
    void the_red_button_ends_everything() {
        charge();

        rig.happen(new EmergencyStopPressed());

        assertThat(rig.heard()).containsExactly("1.1 ENDED EMERGENCY_STOP", "1.1 FINISHING");
    }

    private void charge() {
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(30)));
        present(1, ANNA);
        rig.heard();
    }

    private void present(int connector, IdToken token) {
        rig.happen(new TokenPresented(Optional.of(connector), token));
    }

    private UnlockStatus unlock(int evse) {
        return ((UnlockConnectorResponse) rig.ask(new UnlockConnectorRequest(evse, 1))).status();
    }

    private ChangeAvailabilityStatus change(OperationalStatus status, int evse) {
        Optional<Evse> place = evse == 0 ? Optional.empty() : Optional.of(Evse.of(evse));
        return ((ChangeAvailabilityResponse) rig.ask(new ChangeAvailabilityRequest(status, place))).status();
    }

    private ReserveNowStatus reserve(int id, int evse, Optional<IdToken> group) {
        Optional<Evse> place = evse == 0 ? Optional.empty() : Optional.of(Evse.of(evse));
        var request = new ReserveNowRequest(id, rig.now.plus(Duration.ofMinutes(15)), ANNA, group, place);
        return ((ReserveNowResponse) rig.ask(request)).status();
    }

    private CancelReservationStatus cancel(int id) {
        return ((CancelReservationResponse) rig.ask(new CancelReservationRequest(id))).status();
    }

    private GetConfigurationResponse get(String name) {
        return (GetConfigurationResponse) rig.ask(new GetConfigurationRequest(List.of(name)));
    }

    private TriggerMessageStatus trigger(MessageTrigger trigger, Optional<Evse> place) {
        return ((TriggerMessageResponse) rig.ask(new TriggerMessageRequest(trigger, place))).status();
    }
}
