package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.payload.Printable;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A transaction has ended. Spec: OCPP 1.6, StopTransaction. */
final class StopTransaction {
    static final Action<?, ?, ?, ?> ACTION = new Action<>(
            "StopTransaction",
            From.STATION,
            TransactionEventRequest.class,
            TransactionEventResponse.class,
            StopTransaction.Req.class,
            StopTransaction.Conf.class,
            StopTransaction::req,
            StopTransaction::neutral,
            (asked, answer, side) -> StopTransaction.conf(answer),
            StopTransaction::neutral);

    private StopTransaction() {}

    record Req(
            @Max(20) @Printable Optional<String> idTag,
            int meterStop,
            Instant timestamp,
            int transactionId,
            Optional<Reason> reason,
            List<Reading> transactionData) {}

    record Conf(Optional<IdTagInfo> idTagInfo) {}

    static Req req(TransactionEventRequest event, Side side) {
        return new Req(
                event.idToken().map(IdToken::idToken),
                Side.register(event, ReadingContext.TRANSACTION_END),
                event.timestamp(),
                side.ids().numberToStop(event.transactionInfo().transactionId()),
                event.transactionInfo().stoppedReason().map(Reason::of),
                Side.onlyRegister(event.meterValue())
                        ? List.of()
                        : event.meterValue().stream().map(Reading::of).toList());
    }

    static TransactionEventRequest neutral(Req req, Side side) {
        return side.transactions().ended(req);
    }

    static Conf conf(TransactionEventResponse response) {
        return new Conf(response.idTokenInfo().map(IdTagInfo::of));
    }

    static TransactionEventResponse neutral(Conf conf, TransactionEventRequest event, Side side) {
        side.ids().forget(event.transactionInfo().transactionId());
        return new TransactionEventResponse(conf.idTagInfo().map(IdTagInfo::neutral));
    }
}
