package dev.roamlab.ocpp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.ocpp.rpc.Frame.Broken;
import dev.roamlab.ocpp.rpc.Frame.Call;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the other side's calls answered. */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Rpc.class);
    /** A caller may have one call on the way; one that does not wait is put up with, this far. */
    private static final int MAX_OPEN = 16;
    /** So many messages in a row to which there is no answer, and we hang up. */
    private static final int MAX_UNREADABLE = 10;

    private static final int PROTOCOL_ERROR = 1002;

    private final Session session;
    private final RpcHandler handler;
    /** Ids of calls that are being answered; seldom more than one. */
    private final List<String> open = new ArrayList<>(0);

    private String lastId = "";
    private int unreadable;
    private boolean closed;

    Answering(Session session, RpcHandler handler) {
        this.session = session;
        this.handler = handler;
    }

    void answer(Call call, String text) {
        unreadable = 0;
        Optional<ExchangeLog.Open> exchange = session.observe(call.action(), call.id(), text);
        if (open.contains(call.id())) {
            exchange.ifPresent(seen -> seen.failed("ignored: a call with this message id is being answered"));
            return;
        }
        noteOddities(call, exchange);
        if (open.size() >= MAX_OPEN) {
            send(
                    call.id(),
                    exchange,
                    new OcppCallException(
                            RpcErrorCode.GENERIC_ERROR,
                            MAX_OPEN + " calls are waiting for their answer, at most 1 may"));
            return;
        }
        open.add(call.id());
        ask(call).onComplete(answer -> session.wire().run(() -> finish(call.id(), exchange, answer)));
    }

    /** Answers what could not be read, if its sender can be told. */
    void refuse(Broken broken, String text) {
        RpcPeers.Spelling spelling = session.peers().spelling();
        Optional<String> id = broken.id().or(spelling::idOfUnreadable);
        // What has no id is no call.
        RpcErrorCode why = broken.id().isPresent() ? broken.code() : RpcErrorCode.RPC_FRAMEWORK_ERROR;
        Optional<String> code = spelling.spell(why);
        if (id.isPresent() && code.isPresent()) {
            session.wire().send(Frames.error(id.get(), code.get(), broken.why()));
            session.noteUnreadable(broken.why(), text, "answered with " + code.get());
            return;
        }
        LOG.info("ocpp {}: unreadable message ignored: {}", session.other(), broken.why());
        session.noteUnreadable(broken.why(), text, "ignored: its sender cannot be told");
        unreadable++;
        if (unreadable >= MAX_UNREADABLE) {
            session.wire().close(PROTOCOL_ERROR, unreadable + " unreadable messages in a row");
        }
    }

    void closed() {
        closed = true;
    }

    private void noteOddities(Call call, Optional<ExchangeLog.Open> exchange) {
        if (!open.isEmpty()) {
            exchange.ifPresent(seen -> seen.note("sent before the previous call was answered"));
        }
        if (lastId.equals(call.id())) {
            exchange.ifPresent(seen -> seen.note("has the message id of the call before"));
        }
        lastId = call.id();
    }

    private Future<ObjectNode> ask(Call call) {
        try {
            return handler.on(call.action(), call.payload());
        } catch (RuntimeException refused) {
            return Future.failedFuture(refused);
        }
    }

    private void finish(String id, Optional<ExchangeLog.Open> exchange, AsyncResult<ObjectNode> answer) {
        open.remove(id);
        if (closed) {
            exchange.ifPresent(seen -> seen.failed("the connection ended before the answer"));
        } else if (answer.succeeded()) {
            String text = Frames.result(id, answer.result());
            session.wire().send(text);
            exchange.ifPresent(seen -> seen.answered(Session.message("CALLRESULT", text)));
        } else if (answer.cause() instanceof OcppCallException refused) {
            send(id, exchange, refused);
        } else {
            LOG.error("ocpp {}: a call could not be answered", session.other(), answer.cause());
            send(id, exchange, new OcppCallException(RpcErrorCode.INTERNAL_ERROR, "the call could not be answered"));
        }
    }

    private void send(String id, Optional<ExchangeLog.Open> exchange, OcppCallException refused) {
        RpcPeers.Spelling spelling = session.peers().spelling();
        String code = spelling.spell(refused.code())
                .or(() -> spelling.spell(RpcErrorCode.GENERIC_ERROR))
                .orElseThrow();
        String text = Frames.error(id, code, refused.description());
        session.wire().send(text);
        exchange.ifPresent(seen -> seen.answered(Session.message("CALLERROR", text)));
    }
}
