package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.rpc.NotConnected;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A station's link over a shared WebSocket client. */
final class ClientLink implements StationLink {
    private final OcppClient client;
    private StationAddress address;
    private final StationHandler handler;
    private Optional<Conversation> conversation = Optional.empty();
    private Optional<Memory> memory = Optional.empty();
    private boolean connecting;

    /** What outlives a connection, as long as the version stays the same. */
    private record Memory(Dialect dialect, Translation translation) {}

    ClientLink(OcppClient client, StationAddress address, StationHandler handler) {
        this.client = client;
        this.address = address;
        this.handler = handler;
    }

    @Override
    public void address(StationAddress changed) {
        address = changed;
    }

    @Override
    public Future<Void> connect() {
        if (connecting || isOpen()) {
            return Future.failedFuture(new IllegalStateException(address + ": connected or connecting already"));
        }
        connecting = true;
        Context context = client.settings().vertx().getOrCreateContext();
        long begun = System.nanoTime();
        Future<Void> connected = options()
                .compose(options -> client.client().connect(options))
                .recover(failure -> Future.failedFuture(explained(failure, begun)))
                .compose(socket -> open(socket, context))
                .onComplete(done -> connecting = false);
        return client.settings().clock().heedsHolds()
                ? client.settings().clock().holding("connecting " + address, connected)
                : connected;
    }

    @Override
    public <A extends Response> Future<A> call(StationCall<A> call) {
        return conversation
                .filter(Conversation::isOpen)
                .map(open -> open.call(call))
                .orElseGet(() -> Future.failedFuture(new NotConnected(call.action() + ": no connection to the CSMS")));
    }

    @Override
    public Future<Void> close() {
        Optional<Conversation> ending = conversation;
        conversation = Optional.empty();
        return ending.map(open -> open.close(Close.NORMAL, "")).orElseGet(Future::succeededFuture);
    }

    @Override
    public boolean isOpen() {
        return conversation.filter(Conversation::isOpen).isPresent();
    }

    @Override
    public Optional<String> version() {
        return conversation
                .filter(Conversation::isOpen)
                .map(open -> open.dialect().version());
    }

    /** Keys may have to be made first; without TLS all is at hand. */
    private Future<WebSocketConnectOptions> options() {
        WebSocketConnectOptions options = plainOptions();
        return address.secure()
                ? address.tls()
                        .options(address.stationId(), client.settings().vertx())
                        .map(tls -> {
                            options.setSslOptions(tls);
                            return options;
                        })
                : Future.succeededFuture(options);
    }

    private WebSocketConnectOptions plainOptions() {
        LinkSettings settings = client.settings();
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        options.setAbsoluteURI(address.url());
        options.setSubProtocols(settings.subprotocols());
        options.setAllowOriginHeader(false);
        options.setTimeout(settings.callTimeout().toMillis());
        address.password().ifPresent(password -> options.putHeader("Authorization", basic(password)));
        return options;
    }

    private String basic(String password) {
        byte[] credentials = (address.stationId() + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private Future<Void> open(WebSocket socket, Context context) {
        LinkSettings settings = client.settings();
        Optional<Dialect> chosen = settings.dialects().stream()
                .filter(dialect -> dialect.subprotocol().equals(socket.subProtocol()))
                .findFirst();
        if (chosen.isEmpty()) {
            socket.close((short) Close.PROTOCOL_ERROR, "no subprotocol chosen");
            return Future.failedFuture(new ConnectFailures(address, settings.subprotocols()).noSubprotocol());
        }
        Link link = client.host().link(socket, context);
        Dialect dialect = chosen.get();
        var partner = new OwnSide();
        var terms = new Conversation.Terms(address.stationId(), End.STATION, dialect, translation(dialect));
        var begun = new Conversation(
                client.rpc(), client.keepalive(), TappedLink.of(link, settings.tap(), terms), terms, partner);
        partner.conversation = Optional.of(begun);
        conversation = Optional.of(begun);
        begun.begin();
        return Future.succeededFuture();
    }

    private Translation translation(Dialect dialect) {
        Memory kept = memory.filter(known -> known.dialect() == dialect).orElseGet(() -> {
            var context = new TranslationContext(client.settings().clock(), address.topology(), () -> {
                throw new IllegalStateException("stations do not number transactions for a CSMS");
            });
            return new Memory(dialect, dialect.translation(End.STATION, context));
        });
        memory = Optional.of(kept);
        return kept.translation();
    }

    /** Where Vert.x has run out of patience, it closes the connection and says no more than that. */
    private ConnectFailure explained(Throwable failure, long begun) {
        LinkSettings settings = client.settings();
        boolean late = System.nanoTime() - begun >= settings.callTimeout().toNanos();
        return new ConnectFailures(address, settings.subprotocols()).explain(failure, late);
    }

    /** Our side of one connection. An end that we wanted ourselves has already been forgotten. */
    private final class OwnSide implements Conversation.Partner {
        private Optional<Conversation> conversation = Optional.empty();

        @Override
        public Future<? extends Response> on(Request<?> request) {
            return handler.on((CsmsCall<?>) request);
        }

        @Override
        public void closed(Close close) {
            if (ClientLink.this.conversation.equals(conversation)) {
                ClientLink.this.conversation = Optional.empty();
                handler.closed(close);
            }
        }
    }
}
