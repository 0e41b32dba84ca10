package dev.roamlab.ocpp.v16;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.messages.TransactionEventType;
import dev.roamlab.ocpp.messages.TransactionInfo;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.rpc.Outgoing;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One transaction in three messages of 1.6, and the numbers that a CSMS gives. */
class TransactionsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TransactionEventResponse ACCEPTED =
            new TransactionEventResponse(Optional.of(IdTokenInfo.of(AuthorizationStatus.ACCEPTED)));
    private static final TransactionEventResponse NOTED = new TransactionEventResponse(Optional.empty());

    private final AtomicInteger numbers = new AtomicInteger(40);
    private final Hands clock = new Hands();
    private final Translation station = translation(End.STATION);
    private final Translation csms = translation(End.CSMS);

    private Translation translation(End us) {
        return new DialectV16()
                .translation(us, new TranslationContext(clock, Topology.ONE_CONNECTOR_EACH, numbers::incrementAndGet));
    }

    private TransactionEventRequest tell(TransactionEventRequest event, TransactionEventResponse answer) {
        var sent = (Outgoing.Sent<TransactionEventResponse>) station.outgoing(event);
        var incoming = csms.incoming(sent.action(), sent.payload());
        assertThat(sent.answer().apply(incoming.answer().apply(answer))).isEqualTo(answer);
        return (TransactionEventRequest) incoming.request();
    }

    private ObjectNode payload(TransactionEventRequest event) {
        return ((Outgoing.Sent<?>) station.outgoing(event)).payload();
    }

    @Test
    void a_transaction_is_told_in_three_messages_and_keeps_its_id_at_either_end() {
        var started = tell(started("local-uuid"), ACCEPTED);
        var updated = tell(updated("local-uuid", 1, 1500), NOTED);
        var ended = tell(ended("local-uuid", 2, StoppedReason.REMOTE, 2000), NOTED);

        assertThat(started.eventType()).isEqualTo(TransactionEventType.STARTED);
        assertThat(started.transactionInfo().transactionId()).isEqualTo("41");
        assertThat(started.idToken()).contains(IdToken.of("CARD"));
        assertThat(started.evse()).contains(Evse.of(1, 1));
        assertThat(MeterValue.registerWh(started.meterValue(), ReadingContext.TRANSACTION_BEGIN))
                .contains(BigDecimal.valueOf(1000));
        assertThat(updated.transactionInfo().transactionId()).isEqualTo("41");
        assertThat(updated.seqNo()).isEqualTo(1);
        assertThat(updated.meterValue())
                .isEqualTo(updated("local-uuid", 1, 1500).meterValue());
        assertThat(ended.transactionInfo().transactionId()).isEqualTo("41");
        assertThat(ended.seqNo()).isEqualTo(2);
        assertThat(ended.transactionInfo().stoppedReason()).contains(StoppedReason.REMOTE);
        assertThat(ended.triggerReason()).isEqualTo(TriggerReason.REMOTE_STOP);
        assertThat(ended.evse()).contains(Evse.of(1, 1));
        assertThat(MeterValue.registerWh(ended.meterValue(), ReadingContext.TRANSACTION_END))
                .contains(BigDecimal.valueOf(2000));
    }

    @Test
    void the_number_is_looked_up_when_the_message_leaves_and_not_before() {
        var queued = updated("local-uuid", 1, 1500);
        assertThat(payload(queued).has("transactionId")).isFalse();

        tell(started("local-uuid"), ACCEPTED);

        assertThat(payload(queued).get("transactionId").intValue()).isEqualTo(41);
    }

    @Test
    void an_end_whose_start_was_never_answered_has_number_minus_1() {
        assertThat(payload(ended("local-uuid", 2, StoppedReason.LOCAL, 2000))
                        .get("transactionId")
                        .intValue())
                .isEqualTo(-1);
    }

    @Test
    void nothing_is_remembered_of_what_is_over() {
        tell(started("local-uuid"), ACCEPTED);
        assertThat(station.isBlank()).isFalse();
        assertThat(csms.isBlank()).isFalse();

        tell(ended("local-uuid", 1, StoppedReason.LOCAL, 2000), NOTED);

        assertThat(station.isBlank()).isTrue();
        assertThat(csms.isBlank()).isTrue();
    }

    @Test
    void news_without_figures_has_no_message_in_1_6_and_counts_as_answered() {
        var silent = event(TransactionEventType.UPDATED, "local-uuid", 1, Optional.empty(), List.of());

        assertThat(station.outgoing(silent)).isEqualTo(new Outgoing.Unsaid<>(NOTED));
    }

    @Test
    void a_start_that_is_told_again_is_the_same_transaction() {
        var first = tell(started("local-uuid"), ACCEPTED);
        var again = tell(started("local-uuid"), ACCEPTED);

        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_csms_that_has_forgotten_everything_still_knows_the_id() {
        tell(started("local-uuid"), ACCEPTED);
        Translation restarted = translation(End.CSMS);

        var sent = (Outgoing.Sent<TransactionEventResponse>)
                station.outgoing(ended("local-uuid", 1, StoppedReason.LOCAL, 2000));
        var ended = (TransactionEventRequest)
                restarted.incoming(sent.action(), sent.payload()).request();

        assertThat(ended.transactionInfo().transactionId()).isEqualTo("41");
        assertThat(ended.evse()).isEmpty();
    }

    @Test
    void a_stop_by_number_reaches_the_stations_own_transaction() {
        tell(started("local-uuid"), ACCEPTED);
        var sent = (Outgoing.Sent<?>) csms.outgoing(new RequestStopTransactionRequest("41"));

        assertThat(station.incoming(sent.action(), sent.payload()).request())
                .isEqualTo(new RequestStopTransactionRequest("local-uuid"));
    }

    @Test
    void an_id_that_is_no_number_cannot_be_stopped() {
        assertThatThrownBy(() -> csms.outgoing(new RequestStopTransactionRequest("abc")))
                .hasMessageContaining("transactionId: 'abc'");
    }

    @Test
    void a_transaction_that_came_of_a_remote_start_says_so() {
        remoteStart(RequestStartStopStatus.ACCEPTED);

        var started = tell(started("local-uuid"), ACCEPTED);

        assertThat(started.transactionInfo().remoteStartId()).contains(77);
        assertThat(started.triggerReason()).isEqualTo(TriggerReason.REMOTE_START);
        assertThat(tell(updated("local-uuid", 1, 1500), NOTED).transactionInfo().remoteStartId())
                .contains(77);
    }

    @Test
    void a_remote_start_that_was_rejected_leads_to_nothing() {
        remoteStart(RequestStartStopStatus.REJECTED);

        assertThat(tell(started("local-uuid"), ACCEPTED).transactionInfo().remoteStartId())
                .isEmpty();
    }

    @Test
    void a_remote_start_is_not_expected_for_ever() {
        remoteStart(RequestStartStopStatus.ACCEPTED);
        clock.now = NOON.plus(Duration.ofMinutes(16));

        assertThat(tell(started("local-uuid"), ACCEPTED).transactionInfo().remoteStartId())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_of_1_6_is_exact_in_both_directions(Reason reason) {
        assertThat(Reason.of(reason.neutral())).isEqualTo(reason);
    }

    @Test
    void figures_of_the_whole_transaction_travel_with_its_end() {
        var begin = new MeterValue(NOON, List.of(SampledValue.registerWh(1000, ReadingContext.TRANSACTION_BEGIN)));
        var end = new MeterValue(NOON, List.of(SampledValue.registerWh(2000, ReadingContext.TRANSACTION_END)));
        var event = event(
                TransactionEventType.ENDED, "local-uuid", 1, Optional.of(StoppedReason.LOCAL), List.of(begin, end));

        assertThat(tell(event, NOTED).meterValue()).containsExactly(begin, end);
    }

    @Test
    void the_last_word_on_the_register_is_meter_stop() {
        var odd = csms.incoming(
                "StopTransaction",
                TranslationTest.object("{'transactionId':7,'meterStop':2000,'timestamp':'2026-11-21T12:00:00Z',"
                        + "'transactionData':[{'timestamp':'2026-11-21T12:00:00Z',"
                        + "'sampledValue':[{'value':'1999','context':'Transaction.End'}]}]}"));

        assertThat(MeterValue.registerWh(
                        ((TransactionEventRequest) odd.request()).meterValue(), ReadingContext.TRANSACTION_END))
                .contains(BigDecimal.valueOf(2000));
    }

    @Test
    void a_start_without_a_register_or_a_token_cannot_be_said() {
        var bare = event(TransactionEventType.STARTED, "local-uuid", 0, Optional.empty(), List.of());

        assertThatThrownBy(() -> station.outgoing(bare))
                .hasMessageContaining(
                        "TransactionEvent.meterValue: the register with context Transaction.Begin: missing");
    }

    private void remoteStart(RequestStartStopStatus status) {
        var sent = (Outgoing.Sent<RequestStartTransactionResponse>)
                csms.outgoing(new RequestStartTransactionRequest(IdToken.of("card"), 77, Optional.of(Evse.of(1))));
        var incoming = station.incoming(sent.action(), sent.payload());
        var answer = new RequestStartTransactionResponse(status, Optional.empty());
        assertThat(sent.answer().apply(incoming.answer().apply(answer))).isEqualTo(answer);
    }

    private static TransactionEventRequest started(String id) {
        return event(
                TransactionEventType.STARTED,
                id,
                0,
                Optional.empty(),
                List.of(new MeterValue(
                        NOON, List.of(SampledValue.registerWh(1000, ReadingContext.TRANSACTION_BEGIN)))));
    }

    private static TransactionEventRequest updated(String id, int seqNo, long wattHours) {
        return event(
                TransactionEventType.UPDATED,
                id,
                seqNo,
                Optional.empty(),
                List.of(new MeterValue(
                        NOON, List.of(SampledValue.registerWh(wattHours, ReadingContext.SAMPLE_PERIODIC)))));
    }

    private static TransactionEventRequest ended(String id, int seqNo, StoppedReason reason, long wattHours) {
        return event(
                TransactionEventType.ENDED,
                id,
                seqNo,
                Optional.of(reason),
                List.of(new MeterValue(
                        NOON, List.of(SampledValue.registerWh(wattHours, ReadingContext.TRANSACTION_END)))));
    }

    private static TransactionEventRequest event(
            TransactionEventType type, String id, int seqNo, Optional<StoppedReason> reason, List<MeterValue> values) {
        return new TransactionEventRequest(
                type,
                NOON,
                TriggerReason.AUTHORIZED,
                seqNo,
                false,
                new TransactionInfo(id, Optional.empty(), reason, Optional.empty()),
                Optional.of(IdToken.of("CARD")),
                Optional.of(Evse.of(1, 1)),
                values);
    }

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
