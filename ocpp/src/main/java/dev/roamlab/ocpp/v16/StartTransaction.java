package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.payload.Printable;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.Optional;

/** A transaction has started. Spec: OCPP 1.6, StartTransaction. */
final class StartTransaction {
    static final Action<?, ?, ?, ?> ACTION = new Action<>(
            "StartTransaction",
            From.STATION,
            TransactionEventRequest.class,
            TransactionEventResponse.class,
            StartTransaction.Req.class,
            StartTransaction.Conf.class,
            StartTransaction::req,
            StartTransaction::neutral,
            (asked, answer, side) -> StartTransaction.conf(asked, answer),
            StartTransaction::neutral);

    private StartTransaction() {}

    record Req(
            @AtLeast(1) int connectorId,
            @Max(20) @Printable String idTag,
            int meterStart,
            Optional<Integer> reservationId,
            Instant timestamp) {}

    record Conf(IdTagInfo idTagInfo, int transactionId) {}

    static Req req(TransactionEventRequest event, Side side) {
        return new Req(
                side.number(event.evse().orElseThrow(() -> Side.missing("TransactionEvent.evse"))),
                event.idToken()
                        .orElseThrow(() -> Side.missing("TransactionEvent.idToken"))
                        .idToken(),
                Side.register(event, ReadingContext.TRANSACTION_BEGIN),
                event.reservationId(),
                event.timestamp());
    }

    static TransactionEventRequest neutral(Req req, Side side) {
        return side.transactions().started(req);
    }

    /** 1.6 insists on a verdict: none is no objection. */
    static Conf conf(TransactionEventRequest event, TransactionEventResponse response) {
        return new Conf(
                response.idTokenInfo()
                        .map(IdTagInfo::of)
                        .orElseGet(
                                () -> new IdTagInfo(Optional.empty(), Optional.empty(), AuthorizationStatus.ACCEPTED)),
                CsmsTransactions.parse(event.transactionInfo().transactionId()));
    }

    static TransactionEventResponse neutral(Conf conf, TransactionEventRequest event, Side side) {
        side.ids().bind(event.transactionInfo().transactionId(), conf.transactionId());
        return new TransactionEventResponse(Optional.of(conf.idTagInfo().neutral()));
    }
}
