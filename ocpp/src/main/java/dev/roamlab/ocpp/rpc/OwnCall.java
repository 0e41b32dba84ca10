package dev.roamlab.ocpp.rpc;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.LabClock.Hold;
import dev.roamlab.ocpp.rpc.Frame.BrokenAnswer;
import dev.roamlab.ocpp.rpc.Frame.CallError;
import dev.roamlab.ocpp.rpc.Frame.CallResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A call of ours, from the wish to its settlement. */
final class OwnCall<A> {
    private final Session session;
    private final String what;
    private final Supplier<Outgoing<A>> turn;
    private final Promise<A> promise = Promise.promise();
    private final Hold hold;
    private Optional<Sent<A>> sent = Optional.empty();
    private Runnable outcome = () -> {};

    /** A message on the way. */
    private record Sent<A>(
            String id, Outgoing.Sent<A> message, Optional<ExchangeLog.Open> exchange, Deadlines.Deadline deadline) {}

    OwnCall(Session session, String what, Supplier<Outgoing<A>> turn) {
        this.session = session;
        this.what = what;
        this.turn = turn;
        this.hold = session.settings().clock().hold(() -> what + " to " + session.other());
    }

    String what() {
        return what;
    }

    Future<A> answer() {
        return promise.future();
    }

    boolean hasId(String id) {
        return sent.filter(message -> message.id().equals(id)).isPresent();
    }

    /** Sends the message; false when there is none to send, and the call can be settled at once. */
    boolean send(Consumer<OwnCall<?>> timedOut) {
        Outgoing<A> message;
        try {
            message = turn.get();
        } catch (RuntimeException cannotBeSaid) {
            outcome = () -> promise.fail(cannotBeSaid);
            return false;
        }
        if (message instanceof Outgoing.Unsaid<A> unsaid) {
            outcome = () -> promise.complete(unsaid.answer());
            return false;
        }
        transmit((Outgoing.Sent<A>) message, timedOut);
        return true;
    }

    /** Settles a call that was not sent. */
    void settle() {
        settle(outcome);
    }

    void answered(CallResult result, String text) {
        Sent<A> message = sent.orElseThrow();
        A answer;
        try {
            answer = message.message().answer().apply(result.payload());
        } catch (RuntimeException unreadable) {
            message.exchange().ifPresent(exchange -> {
                exchange.note("the answer breaks a rule: " + reason(unreadable));
                exchange.answered(Session.message("CALLRESULT", text));
            });
            settle(() -> promise.fail(unreadable));
            return;
        }
        message.exchange().ifPresent(exchange -> exchange.answered(Session.message("CALLRESULT", text)));
        settle(() -> promise.complete(answer));
    }

    void refused(CallError error, String text) {
        Sent<A> message = sent.orElseThrow();
        message.exchange().ifPresent(exchange -> exchange.answered(Session.message("CALLERROR", text)));
        RpcErrorCode code = session.peers().spelling().read(error.code());
        String described = code == RpcErrorCode.GENERIC_ERROR ? error.code() + ": " : "";
        settle(() -> promise.fail(new OcppCallException(code, described + error.description())));
    }

    void misanswered(BrokenAnswer broken, String text) {
        sent.orElseThrow()
                .exchange()
                .ifPresent(exchange -> exchange.answered(Session.message("unreadable answer", text)));
        settle(() -> promise.fail(new OcppCallException(RpcErrorCode.FORMATION_VIOLATION, "answer: " + broken.why())));
    }

    void fail(RuntimeException failure) {
        sent.flatMap(Sent::exchange).ifPresent(exchange -> exchange.failed(String.valueOf(failure.getMessage())));
        settle(() -> promise.fail(failure));
    }

    private void transmit(Outgoing.Sent<A> message, Consumer<OwnCall<?>> timedOut) {
        RpcSettings settings = session.settings();
        String id = settings.ids().uuid();
        String text = Frames.call(id, message.action(), message.payload());
        Optional<ExchangeLog.Open> exchange = session.begin(message.action(), id, text);
        Deadlines.Deadline deadline =
                settings.deadlines().begin(() -> session.wire().run(() -> timedOut.accept(this)));
        sent = Optional.of(new Sent<>(id, message, exchange, deadline));
        session.wire().send(text);
    }

    private void settle(Runnable completion) {
        sent.ifPresent(message -> session.settings().deadlines().met(message.deadline()));
        try {
            completion.run();
        } finally {
            hold.release();
        }
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof OcppCallException refused ? refused.description() : failure.toString();
    }
}
