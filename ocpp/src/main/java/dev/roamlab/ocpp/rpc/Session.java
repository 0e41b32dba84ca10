package dev.roamlab.ocpp.rpc;

import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import dev.roamlab.lab.ExchangeLog;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What both directions of one connection share, and how they record. */
record Session(RpcSettings settings, RpcPeers peers, Wire wire) {
    private static final Logger LOG = LoggerFactory.getLogger(Rpc.class);
    /** Garbage is recorded up to this many characters. */
    private static final int SHOWN = 1_000;
    /** No call of ours has this id, so the log never takes such a message for one of ours. */
    private static final String NO_ID = "";

    /** Who is at the other end, for messages. */
    String other() {
        return peers.caller(false);
    }

    static Message message(String kind, String text) {
        return new Message(kind, Map.of(), text);
    }

    /** A call of ours leaves. Most hosts have nobody who listens, and then it costs nothing. */
    Optional<ExchangeLog.Open> begin(String action, String id, String text) {
        ExchangeLog log = settings.log();
        return log.isHeard() ? Optional.of(log.begin(start(true, action, id, text))) : Optional.empty();
    }

    /** A call of the other side has arrived; empty, too, when its caller records it. */
    Optional<ExchangeLog.Open> observe(String action, String id, String text) {
        ExchangeLog log = settings.log();
        return log.isHeard() ? log.observe(start(false, action, id, text)) : Optional.empty();
    }

    private ExchangeLog.Start start(boolean weCall, String action, String id, String text) {
        return new ExchangeLog.Start(
                Protocol.OCPP,
                peers.version(),
                action,
                peers.caller(weCall),
                peers.caller(!weCall),
                peers.key(weCall, id),
                id,
                message("CALL", text));
    }

    void noteStrayAnswer(String text) {
        LOG.info("ocpp {}: an answer that matches no open call is ignored", other());
        noteUnreadable("an answer that matches no open call", text, "ignored");
    }

    /** Records what came in and was no call, with what became of it. */
    void noteUnreadable(String why, String text, String outcome) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        observe("?", NO_ID, shown).ifPresent(exchange -> {
            exchange.note(why);
            exchange.failed(outcome);
        });
    }
}
