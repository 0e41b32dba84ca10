package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.TRANSACTION_MESSAGE_ATTEMPTS;
import static dev.roamlab.station.ConfigurationKey.TRANSACTION_MESSAGE_RETRY_INTERVAL;

import dev.roamlab.ocpp.messages.AuthorizeResponse;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.messages.security.SignCertificateResponse;
import dev.roamlab.station.Outbox.Entry;
import java.util.Optional;

/** What the CSMS answers. An answer that nobody waits for any more is left alone. */
final class Answers {
    private Answers() {}

    static void answered(Turn turn, long ref, Response response) {
        if (response instanceof BootNotificationResponse boot
                && is(turn.state().uplink().askedAs(), ref)) {
            Connecting.booted(turn, boot);
        } else if (response instanceof AuthorizeResponse judgement) {
            authorised(turn, ref, judgement);
        } else if (turn.state().outbox().isOut(ref)) {
            Entry told = turn.state().outbox().head().orElseThrow();
            turn.become(turn.state().withOutbox(turn.state().outbox().settled()));
            if (told.request() instanceof TransactionEventRequest event
                    && response instanceof TransactionEventResponse judgement) {
                String transaction = event.transactionInfo().transactionId();
                Bills.answered(turn, told.connector(), judgement);
                judgement
                        .idTokenInfo()
                        .ifPresent(info -> Transactions.judged(turn, told.connector(), transaction, info));
            } else if (response instanceof SignCertificateResponse answer) {
                Securing.answered(turn, answer);
            }
        }
    }

    static void failed(Turn turn, long ref) {
        if (is(turn.state().uplink().askedAs(), ref)) {
            Connecting.bootFailed(turn);
        } else if (turn.state().outbox().isOut(ref)) {
            turn.become(turn.state()
                    .withOutbox(turn.state()
                            .outbox()
                            .refused(
                                    turn.now(),
                                    turn.configuration().whole(TRANSACTION_MESSAGE_ATTEMPTS),
                                    turn.configuration().seconds(TRANSACTION_MESSAGE_RETRY_INTERVAL))));
        } else {
            for (ConnectorState connector : turn.state().connectors()) {
                if (asksToStart(connector, ref) || asksToStop(connector, ref)) {
                    Authorising.unanswered(turn, connector.number());
                }
            }
        }
    }

    private static void authorised(Turn turn, long ref, AuthorizeResponse judgement) {
        for (ConnectorState connector : turn.state().connectors()) {
            if (asksToStart(connector, ref)) {
                Authorising.answered(turn, connector.number(), judgement.idTokenInfo());
            } else if (asksToStop(connector, ref)) {
                Drivers.stopAnswered(turn, connector.number(), judgement.idTokenInfo());
            }
        }
    }

    private static boolean asksToStart(ConnectorState connector, long ref) {
        return is(connector.pending().flatMap(PendingStart::askedAs), ref);
    }

    private static boolean asksToStop(ConnectorState connector, long ref) {
        return connector
                .transaction()
                .flatMap(Transaction::stopAsked)
                .filter(asked -> asked.ref() == ref)
                .isPresent();
    }

    private static boolean is(Optional<Long> asked, long ref) {
        return asked.filter(out -> out == ref).isPresent();
    }
}
