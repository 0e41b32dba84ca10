package dev.roamlab.cpo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.ChargingState;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventRequestBuilder;
import dev.roamlab.ocpp.messages.TransactionEventType;
import dev.roamlab.ocpp.messages.TransactionInfoBuilder;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.v201.DialectV201;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stations that speak OCPP 2.0.1: what they tell in another way comes to the same sessions and bills. */
class NewerStationTest {
    private static final String CARD = "04A1B2C3D4E5F6";
    private static final String TX = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Test
    void a_transaction_that_begins_with_the_cable_is_a_session_once_a_token_comes() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = station(lab);

            var plugged = station.say(told(station, TransactionEventType.STARTED, TriggerReason.CABLE_PLUGGED_IN)
                    .build());
            assertThat(plugged.idTokenInfo()).isEmpty();
            assertThat(lab.get(lab.cpo.sessions())).isEmpty();

            lab.pass(Duration.ofMinutes(5));
            var authorized = station.say(told(station, TransactionEventType.UPDATED, TriggerReason.AUTHORIZED)
                    .evse(Optional.empty())
                    .meterValue(List.of())
                    .idToken(Optional.of(IdToken.of(CARD)))
                    .build());
            assertThat(authorized.idTokenInfo().map(IdTokenInfo::status)).contains(AuthorizationStatus.ACCEPTED);
            lab.pass(Duration.ofMinutes(30));
            station.say(ended(station, 6000));

            assertThat(lab.until(() -> !lab.emsp.cdrs.isEmpty())).isTrue();
            assertThat(lab.emsp.cdrs.get(0).value().totalEnergy()).isEqualByComparingTo("5");
            assertThat(lab.emsp.cdrs.get(0).value().totalTime()).isEqualByComparingTo("0.5");
        }
    }

    @Test
    void a_cable_that_goes_in_and_out_again_is_nobodys_session() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = station(lab);
            station.say(told(station, TransactionEventType.STARTED, TriggerReason.CABLE_PLUGGED_IN)
                    .build());

            assertThat(station.say(ended(station, 1000)).idTokenInfo()).isEmpty();

            assertThat(lab.get(lab.cpo.sessions())).isEmpty();
        }
    }

    @Test
    void a_token_that_nobody_knows_is_refused_in_the_event_that_brings_it() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = station(lab);
            station.say(told(station, TransactionEventType.STARTED, TriggerReason.CABLE_PLUGGED_IN)
                    .build());

            var answer = station.say(told(station, TransactionEventType.UPDATED, TriggerReason.AUTHORIZED)
                    .idToken(Optional.of(IdToken.of("STRANGER")))
                    .build());

            assertThat(answer.idTokenInfo().map(IdTokenInfo::status)).contains(AuthorizationStatus.INVALID);
        }
    }

    @Test
    void what_happened_without_a_connection_is_told_later_and_billed_by_its_own_times() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = station(lab);
            TransactionEventRequest started = told(station, TransactionEventType.STARTED, TriggerReason.AUTHORIZED)
                    .offline(true)
                    .idToken(Optional.of(IdToken.of(CARD)))
                    .build();
            lab.pass(Duration.ofMinutes(45));
            TransactionEventRequest ended = ended(station, 4000);
            lab.pass(Duration.ofMinutes(60));

            station.say(started);
            station.say(started);
            station.say(ended);
            station.say(ended);

            assertThat(lab.until(() -> !lab.emsp.cdrs.isEmpty())).isTrue();
            lab.settle();
            assertThat(lab.emsp.cdrs).hasSize(1);
            assertThat(lab.emsp.cdrs.get(0).value().totalTime()).isEqualByComparingTo("0.75");
            assertThat(lab.emsp.cdrs.get(0).value().totalEnergy()).isEqualByComparingTo("3");
        }
    }

    @Test
    void the_charging_state_tells_charging_from_parking() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = station(lab);
            station.status(1, ConnectorStatus.OCCUPIED);
            station.say(told(station, TransactionEventType.STARTED, TriggerReason.AUTHORIZED)
                    .idToken(Optional.of(IdToken.of(CARD)))
                    .transactionInfo(TransactionInfoBuilder.builder()
                            .transactionId(TX)
                            .chargingState(ChargingState.CHARGING)
                            .build())
                    .build());
            lab.pass(Duration.ofMinutes(30));
            station.say(station.event(TransactionEventType.UPDATED, TX, 1, 6000, ReadingContext.SAMPLE_PERIODIC)
                    .triggerReason(TriggerReason.CHARGING_STATE_CHANGED)
                    .transactionInfo(TransactionInfoBuilder.builder()
                            .transactionId(TX)
                            .chargingState(ChargingState.SUSPENDED_EV)
                            .build())
                    .build());
            assertThat(lab.get(lab.cpo.sessions()))
                    .extracting(session -> session.value().status())
                    .containsExactly(SessionStatus.ACTIVE);
            lab.pass(Duration.ofMinutes(15));
            station.say(ended(station, 6000));

            assertThat(lab.until(() -> !lab.emsp.cdrs.isEmpty())).isTrue();
            assertThat(lab.emsp.cdrs.get(0).value().totalParkingTime().orElseThrow())
                    .isEqualByComparingTo("0.25");
        }
    }

    private static ScriptedStation station(CpoLab lab) throws Exception {
        lab.emsp.push(Fixtures.aToken().build());
        ScriptedStation station =
                new ScriptedStation(lab.lab, lab.cpo.csmsUrl(), CpoLab.STATION, new DialectV201()).connect();
        station.boot();
        return station;
    }

    private static TransactionEventRequestBuilder told(
            ScriptedStation station, TransactionEventType type, TriggerReason trigger) {
        return station.event(type, TX, 1, 1000, ReadingContext.TRANSACTION_BEGIN)
                .triggerReason(trigger);
    }

    private static TransactionEventRequest ended(ScriptedStation station, long wattHours) {
        return station.event(TransactionEventType.ENDED, TX, 1, wattHours, ReadingContext.TRANSACTION_END)
                .triggerReason(TriggerReason.STOP_AUTHORIZED)
                .transactionInfo(TransactionInfoBuilder.builder()
                        .transactionId(TX)
                        .stoppedReason(StoppedReason.LOCAL)
                        .build())
                .build();
    }
}
