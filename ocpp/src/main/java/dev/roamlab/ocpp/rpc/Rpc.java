package dev.roamlab.ocpp.rpc;

import dev.roamlab.ocpp.rpc.Frame.Broken;
import dev.roamlab.ocpp.rpc.Frame.BrokenAnswer;
import dev.roamlab.ocpp.rpc.Frame.Call;
import dev.roamlab.ocpp.rpc.Frame.CallError;
import dev.roamlab.ocpp.rpc.Frame.CallResult;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One end of one connection: keeps at most one call of ours on the way, matches answers with calls, and has the other
 * side's calls answered. May be called from anywhere; works on the connection's context. Spec: OCPP-J 1.6, 4.1.
 */
public final class Rpc {
    private final Session session;
    private final Answering answering;
    /** The head is on the way, the others wait for its answer. */
    private final ArrayDeque<OwnCall<?>> calls = new ArrayDeque<>(1);

    private boolean onTheWay;
    private boolean closed;

    /** A session over a connection that stands. */
    public Rpc(RpcSettings settings, RpcPeers peers, Wire wire, RpcHandler handler) {
        this.session = new Session(settings, peers, wire);
        this.answering = new Answering(session, handler);
    }

    /**
     * Asks the other side, once all earlier calls are settled. Holds the lab's clock until the answer has been dealt with.
     *
     * <p>Fails with {@link OcppCallException} when the other side refuses, or answers something that breaks a rule; with
     * {@link OcppTimeout}; with {@link NotConnected}; or with what {@code turn} throws.
     *
     * @param what the call, for messages
     * @param turn makes the message when its turn has come
     */
    public <A> Future<A> call(String what, Supplier<Outgoing<A>> turn) {
        OwnCall<A> call = new OwnCall<>(session, what, turn);
        session.wire().run(() -> {
            if (closed) {
                call.fail(new NotConnected(what + ": the connection to " + session.other() + " has ended"));
            } else {
                calls.add(call);
                sendNext();
            }
        });
        return call.answer();
    }

    /** A text message has arrived. Whatever it says, nothing is thrown. */
    public void receive(String text) {
        Frame frame = Frames.parse(text);
        if (frame instanceof Call call) {
            answering.answer(call, text);
        } else if (frame instanceof Broken broken) {
            answering.refuse(broken, text);
        } else if (frame instanceof CallResult result) {
            settle(result.id(), text, call -> call.answered(result, text));
        } else if (frame instanceof CallError error) {
            settle(error.id(), text, call -> call.refused(error, text));
        } else if (frame instanceof BrokenAnswer broken) {
            settle(broken.id(), text, call -> call.misanswered(broken, text));
        }
    }

    /** The connection has ended: what is on the way or waits for its turn fails. */
    public void closed(String reason) {
        closed = true;
        answering.closed();
        while (!calls.isEmpty()) {
            OwnCall<?> call = calls.remove();
            call.fail(new NotConnected(call.what() + ": the connection to " + session.other() + " ended: " + reason));
        }
    }

    private void sendNext() {
        while (!onTheWay && !closed && !calls.isEmpty()) {
            // A call may settle without being sent; whoever waits for it may have sent another one by then.
            onTheWay = true;
            if (!calls.element().send(this::timedOut)) {
                onTheWay = false;
                calls.remove().settle();
            }
        }
    }

    private void settle(String id, String text, Consumer<OwnCall<?>> settlement) {
        if (!onTheWay || !calls.element().hasId(id)) {
            session.noteStrayAnswer(text);
            return;
        }
        OwnCall<?> call = calls.remove();
        onTheWay = false;
        settlement.accept(call);
        sendNext();
    }

    private void timedOut(OwnCall<?> call) {
        if (onTheWay && calls.peek() == call) {
            calls.remove();
            onTheWay = false;
            call.fail(new OcppTimeout(call.what(), session.settings().callTimeout()));
            sendNext();
        }
    }
}
