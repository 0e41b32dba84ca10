package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventType;
import dev.roamlab.ocpp.messages.TransactionInfo;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.payload.Leaf;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * At the CSMS: the transactions of one station. Gives them their numbers, and adds what 1.6 leaves out: which EVSE a stop
 * belongs to, which remote start a transaction came of, how many events there were. What is forgotten (after a restart, say)
 * is only left out: the transaction's id is its number.
 */
final class CsmsTransactions {
    /** A station has far fewer connectors; what is never stopped is forgotten. */
    private static final int MAX_OPEN = 64;
    /** No station waits longer for a cable; a start after that is somebody else's idea. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final TranslationContext context;
    private Map<Integer, Running> running = Map.of();
    private List<Expected> expected = List.of();

    /** A transaction under way. */
    private record Running(StartTransaction.Req start, Optional<Integer> remoteStartId, int events) {}

    /** A remote start that was asked for, and when. */
    private record Expected(RequestStartTransactionRequest request, Instant at) {}

    CsmsTransactions(TranslationContext context) {
        this.context = context;
    }

    boolean isEmpty() {
        return running.isEmpty() && expected.isEmpty();
    }

    /** The number behind an id of ours. */
    int number(String transactionId) {
        return parse(transactionId);
    }

    static int parse(String transactionId) {
        try {
            return Integer.parseInt(transactionId);
        } catch (NumberFormatException unknown) {
            throw new OcppCallException(
                    RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                    "transactionId: '" + Leaf.shortened(transactionId) + "', a 1.6 station has numbers only");
        }
    }

    /** A remote start goes out: a transaction may come of it. */
    void expect(RequestStartTransactionRequest request) {
        List<Expected> more = new ArrayList<>(expected);
        // A driver who asks again means the same charge.
        more.removeIf(earlier -> earlier.request().idToken().equals(request.idToken())
                && earlier.request().evse().equals(request.evse()));
        more.add(new Expected(request, context.clock().instant()));
        expected = List.copyOf(more.size() > MAX_OPEN ? more.subList(1, more.size()) : more);
    }

    /** The station will not try. */
    void expectNoMore(RequestStartTransactionRequest request) {
        expected = expected.stream().filter(asked -> asked.request() != request).toList();
    }

    /** The same start again, after its answer was lost, is the same transaction and gets the same number. */
    TransactionEventRequest started(StartTransaction.Req start) {
        for (Map.Entry<Integer, Running> known : running.entrySet()) {
            if (known.getValue().start().equals(start)) {
                return started(known.getKey(), start, known.getValue().remoteStartId());
            }
        }
        int number = context.transactionIds().getAsInt();
        Optional<Integer> remoteStartId = takeExpected(start);
        remember(number, new Running(start, remoteStartId, 1));
        return started(number, start, remoteStartId);
    }

    TransactionEventRequest measured(MeterValues.Req req, int number) {
        Optional<Running> known = Optional.ofNullable(running.get(number));
        List<MeterValue> values = Reading.neutral(req.meterValue());
        return new TransactionEventRequest(
                TransactionEventType.UPDATED,
                values.isEmpty()
                        ? context.clock().instant()
                        : values.get(values.size() - 1).timestamp(),
                trigger(values),
                countEvent(number),
                false,
                info(number, known, Optional.empty()),
                Optional.empty(),
                Optional.of(context.topology().evse(req.connectorId())),
                values);
    }

    TransactionEventRequest ended(StopTransaction.Req stop) {
        int number = stop.transactionId();
        Optional<Running> known = Optional.ofNullable(running.get(number));
        Reason reason = stop.reason().orElse(Reason.LOCAL);
        int seqNo = countEvent(number);
        forget(number);
        return new TransactionEventRequest(
                TransactionEventType.ENDED,
                stop.timestamp(),
                reason.trigger(),
                seqNo,
                false,
                info(number, known, Optional.of(reason.neutral())),
                stop.idTag().map(IdToken::of),
                known.map(transaction ->
                        context.topology().evse(transaction.start().connectorId())),
                withRegister(Reading.neutral(stop.transactionData()), stop));
    }

    private TransactionEventRequest started(int number, StartTransaction.Req start, Optional<Integer> remoteStartId) {
        return new TransactionEventRequest(
                TransactionEventType.STARTED,
                start.timestamp(),
                remoteStartId.isPresent() ? TriggerReason.REMOTE_START : TriggerReason.AUTHORIZED,
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                start.reservationId(),
                new TransactionInfo(Integer.toString(number), Optional.empty(), Optional.empty(), remoteStartId),
                Optional.of(IdToken.of(start.idTag())),
                Optional.of(context.topology().evse(start.connectorId())),
                List.of(register(start.timestamp(), start.meterStart(), ReadingContext.TRANSACTION_BEGIN)));
    }

    private static TransactionInfo info(int number, Optional<Running> known, Optional<StoppedReason> reason) {
        return new TransactionInfo(
                Integer.toString(number), Optional.empty(), reason, known.flatMap(Running::remoteStartId));
    }

    /** The figure that counts is meterStop, whatever the transaction's data say. */
    private static List<MeterValue> withRegister(List<MeterValue> values, StopTransaction.Req stop) {
        Optional<BigDecimal> told = MeterValue.registerWh(values, ReadingContext.TRANSACTION_END);
        if (told.filter(wattHours -> wattHours.compareTo(BigDecimal.valueOf(stop.meterStop())) == 0)
                .isPresent()) {
            return values;
        }
        List<MeterValue> more = new ArrayList<>(values);
        more.add(register(stop.timestamp(), stop.meterStop(), ReadingContext.TRANSACTION_END));
        return more;
    }

    private static MeterValue register(Instant timestamp, int wattHours, ReadingContext context) {
        return new MeterValue(timestamp, List.of(SampledValue.registerWh(wattHours, context)));
    }

    private static TriggerReason trigger(List<MeterValue> values) {
        return switch (values.stream()
                .flatMap(value -> value.sampledValue().stream())
                .map(SampledValue::context)
                .findFirst()
                .orElse(ReadingContext.SAMPLE_PERIODIC)) {
            case SAMPLE_CLOCK -> TriggerReason.METER_VALUE_CLOCK;
            case TRIGGER -> TriggerReason.TRIGGER;
            case INTERRUPTION_BEGIN, INTERRUPTION_END, OTHER, SAMPLE_PERIODIC, TRANSACTION_BEGIN, TRANSACTION_END ->
                TriggerReason.METER_VALUE_PERIODIC;
        };
    }

    private Optional<Integer> takeExpected(StartTransaction.Req start) {
        Instant oldest = context.clock().instant().minus(LONGEST_WAIT);
        Optional<RequestStartTransactionRequest> taken = expected.stream()
                .filter(asked -> asked.at().isAfter(oldest))
                .map(Expected::request)
                .filter(asked -> cameOf(asked, start))
                .findFirst();
        taken.ifPresent(this::expectNoMore);
        return taken.map(RequestStartTransactionRequest::remoteStartId);
    }

    private boolean cameOf(RequestStartTransactionRequest asked, StartTransaction.Req start) {
        return asked.idToken().idToken().equalsIgnoreCase(start.idTag())
                && asked.evse()
                        .filter(evse -> context.topology().number(evse) != start.connectorId())
                        .isEmpty();
    }

    private int countEvent(int number) {
        Running known = running.get(number);
        if (known == null) {
            return 1;
        }
        remember(number, new Running(known.start(), known.remoteStartId(), known.events() + 1));
        return known.events();
    }

    private void remember(int number, Running transaction) {
        Map<Integer, Running> more = new LinkedHashMap<>(running);
        more.put(number, transaction);
        if (more.size() > MAX_OPEN) {
            more.remove(more.keySet().iterator().next());
        }
        running = more;
    }

    private void forget(int number) {
        Map<Integer, Running> fewer = new LinkedHashMap<>(running);
        fewer.remove(number);
        running = fewer.isEmpty() ? Map.of() : fewer;
    }
}
