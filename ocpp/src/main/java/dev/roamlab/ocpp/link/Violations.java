package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.rpc.Wire;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.concurrent.TimeUnit;

/**
 * Closes properly what breaks the rules of WebSocket itself, such as a frame beyond the limit. Vert.x alone would drop such a
 * connection, and since unread bytes are left behind, the other side would see it reset and never learn why.
 */
final class Violations extends ChannelInboundHandlerAdapter {
    private static final int QUIET_MILLIS = 200;

    private final Wire wire;
    private boolean arriving;

    private Violations(Wire wire) {
        this.wire = wire;
    }

    /** Watches over a socket. Where Vert.x's insides are not what they used to be, the connection is simply dropped. */
    static void watch(WebSocketBase socket, Wire wire) {
        if (socket instanceof WebSocketInternal internal) {
            ChannelHandlerContext vertx = internal.channelHandlerContext();
            vertx.pipeline().addBefore(vertx.name(), null, new Violations(wire));
        }
    }

    /** Settles a breach that a link without a watch has come to know of. */
    static void settle(ChannelHandlerContext link, Wire wire, Throwable breach) {
        Violations violations = new Violations(wire);
        link.pipeline().addBefore(link.name(), null, violations);
        violations.exceptionCaught(link.pipeline().context(violations), breach);
    }

    /** The decoder throws away what still arrives, the other side's farewell included. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException broken) {
            wire.close(broken.closeStatus().code(), String.valueOf(broken.getMessage()));
            closeWhenQuiet(context);
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        arriving = true;
        context.fireChannelReadComplete();
    }

    /** Vert.x ends this when it has waited long enough. */
    private void closeWhenQuiet(ChannelHandlerContext context) {
        arriving = false;
        context.executor()
                .schedule(
                        () -> {
                            if (arriving) {
                                closeWhenQuiet(context);
                            } else {
                                context.close();
                            }
                        },
                        QUIET_MILLIS,
                        TimeUnit.MILLISECONDS);
    }
}
