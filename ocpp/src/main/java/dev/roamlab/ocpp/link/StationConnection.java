package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.rpc.RpcSettings;
import io.vertx.core.Future;
import java.util.function.BiConsumer;

/** One connection of one station, as its CSMS sees it. */
public final class StationConnection {
    private final String stationId;
    private final String remoteAddress;
    private final Conversation conversation;

    StationConnection(
            RpcSettings settings,
            Keepalive keepalive,
            Link link,
            Conversation.Terms terms,
            String remoteAddress,
            CsmsHandler handler,
            BiConsumer<StationConnection, Close> ended) {
        this.stationId = terms.stationId();
        this.remoteAddress = remoteAddress;
        this.conversation = new Conversation(settings, keepalive, link, terms, new Conversation.Partner() {
            @Override
            public Future<? extends Response> on(Request<?> request) {
                return handler.on(StationConnection.this, (StationCall<?>) request);
            }

            @Override
            public void closed(Close close) {
                ended.accept(StationConnection.this, close);
            }
        });
    }

    void begin() {
        conversation.begin();
    }

    /** The id in the path that the station connected to. */
    public String stationId() {
        return stationId;
    }

    /** Where the station connected from, for logs. */
    public String remoteAddress() {
        return remoteAddress;
    }

    /** The version of OCPP agreed on, such as {@code 1.6}. */
    public String version() {
        return conversation.dialect().version();
    }

    /** Whether the connection still stands. */
    public boolean isOpen() {
        return conversation.isOpen();
    }

    /**
     * Asks the station, once all earlier calls are answered. Fails with {@link dev.roamlab.ocpp.rpc.OcppCallException} when
     * the station refuses or its answer breaks a rule, with {@link dev.roamlab.ocpp.rpc.OcppTimeout}, or with
     * {@link dev.roamlab.ocpp.rpc.NotConnected}.
     */
    public <A extends Response> Future<A> call(CsmsCall<A> call) {
        return conversation.call(call);
    }

    /** Ends the connection; the handler is told. Completes when the socket is gone. */
    public Future<Void> close(String reason) {
        return close(Close.NORMAL, reason);
    }

    Future<Void> close(int status, String reason) {
        return conversation.close(status, reason);
    }

    @Override
    public String toString() {
        return stationId + " (OCPP " + version() + ")";
    }
}
