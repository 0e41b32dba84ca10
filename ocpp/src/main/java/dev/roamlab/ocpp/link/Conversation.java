package dev.roamlab.ocpp.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.Translation.Incoming;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.rpc.Rpc;
import dev.roamlab.ocpp.rpc.RpcPeers;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import dev.roamlab.ocpp.rpc.RpcSettings;
import io.vertx.core.Future;

/** Calls and answers in neutral messages over one open link. */
final class Conversation implements Link.Listener {
    private final Keepalive keepalive;
    private final Link link;
    private final Dialect dialect;
    private final Translation translation;
    private final Rpc rpc;
    private final Partner partner;
    private boolean open = true;

    /** Our side of the conversation. */
    interface Partner {
        /** Answers what the other side asks. */
        Future<? extends Response> on(Request<?> request);

        /** The link has ended. */
        void closed(Close close);
    }

    /** What was agreed on with the other side. */
    record Terms(String stationId, End us, Dialect dialect, Translation translation) {}

    Conversation(RpcSettings settings, Keepalive keepalive, Link link, Terms terms, Partner partner) {
        this.keepalive = keepalive;
        this.link = link;
        this.dialect = terms.dialect();
        this.translation = terms.translation();
        this.partner = partner;
        var peers = new RpcPeers(terms.stationId(), terms.us(), dialect.version(), dialect.spelling());
        this.rpc = new Rpc(settings, peers, link, this::answer);
    }

    /** Begins to listen. */
    void begin() {
        keepalive.add(link);
        link.listen(this);
    }

    @Override
    public void text(String message) {
        rpc.receive(message);
    }

    @Override
    public void closed(Close close) {
        open = false;
        keepalive.remove(link);
        rpc.closed(close.toString());
        partner.closed(close);
    }

    Dialect dialect() {
        return dialect;
    }

    boolean isOpen() {
        return open;
    }

    <A extends Response> Future<A> call(Request<A> request) {
        return rpc.call(request.action(), () -> translation.outgoing(request));
    }

    Future<Void> close(int status, String reason) {
        link.close(status, reason);
        return link.gone();
    }

    private Future<ObjectNode> answer(String action, ObjectNode payload) {
        Incoming incoming = translation.incoming(action, payload);
        return partner.on(incoming.request()).map(answer -> write(incoming, answer));
    }

    private static ObjectNode write(Incoming incoming, Response answer) {
        if (!incoming.request().responseType().isInstance(answer)) {
            throw new IllegalStateException(incoming.request().action() + " was answered with a "
                    + answer.getClass().getSimpleName());
        }
        return incoming.answer().apply(answer);
    }
}
