package dev.roamlab.ocpp.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.net.impl.ShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A link that takes the channel over from Vert.x after the handshake. Vert.x keeps several kilobytes for a WebSocket, empty
 * queues above all, and this keeps next to nothing; Netty's codec of frames stays. An idle connection is all that most
 * stations are most of the time, so what only a busy one needs is made when it is needed.
 */
final class LightLink extends ChannelDuplexHandler implements Link {
    private static final int CLOSING_SECONDS = 10;
    private static final int MAX_REASON_BYTES = 123;

    private final LinkHost host;
    private final ContextInternal context;
    private final Channel channel;
    private Listener listener = Listener.NOBODY;
    private ByteBuf fragments = Unpooled.EMPTY_BUFFER;
    private int silence;
    /** Our side is told no more. */
    private boolean closed;
    /** We have said goodbye: nothing may be sent after that. */
    private boolean closeSent;
    /** In the middle of reading: what is written now is flushed once, afterwards. */
    private boolean reading;

    private LightLink(LinkHost host, ContextInternal context, Channel channel) {
        this.host = host;
        this.context = context;
        this.channel = channel;
    }

    /** A link over a socket; empty where its channel cannot be had. */
    static Optional<LightLink> over(WebSocketBase socket, Context context, LinkHost host) {
        if (socket instanceof WebSocketInternal internal && context instanceof ContextInternal own) {
            Channel channel = internal.channelHandlerContext().channel();
            // One base context for all connections, not the duplicate of each HTTP request.
            ContextInternal base = own.unwrap();
            if (channel.eventLoop().inEventLoop() && base.isEventLoopContext()) {
                return Optional.of(new LightLink(host, base, channel));
            }
        }
        return Optional.empty();
    }

    // ------------------------------------------------------------------ our side

    @Override
    public void listen(Listener listening) {
        listener = listening;
        host.figures().opened();
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.replace("handler", "handler", this);
        // Signs of life are our business now; a port's idle time-out is meant for HTTP.
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
        if (!channel.isActive()) {
            end(Close.CUT_OFF);
        }
    }

    @Override
    public void send(String text) {
        if (!closed) {
            host.figures().sent(text);
            int bytes = ByteBufUtil.utf8Bytes(text);
            ByteBuf content = channel.alloc().directBuffer(bytes);
            ByteBufUtil.reserveAndWriteUtf8(content, text, bytes);
            write(new TextWebSocketFrame(content));
        }
    }

    @Override
    public void close(int status, String reason) {
        run(() -> {
            if (!closed) {
                host.settings().clock().holding("closing a connection", gone());
                end(new Close(status, reason));
                sayGoodbye(goodbye(status, reason));
            }
        });
    }

    @Override
    public void run(Runnable task) {
        if (Vertx.currentContext() instanceof ContextInternal current && current.unwrap() == context) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }

    @Override
    public Future<Void> gone() {
        Promise<Void> gone = Promise.promise();
        channel.closeFuture().addListener(ended -> context.dispatch(ignored -> gone.complete()));
        return gone.future();
    }

    @Override
    public int silence() {
        return silence++;
    }

    @Override
    public void ping() {
        run(() -> {
            if (!closed) {
                write(new PingWebSocketFrame());
            }
        });
    }

    // ------------------------------------------------------------------ the channel's side

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        reading = true;
        silence = 0;
        ContextInternal before = context.beginDispatch();
        try {
            if (message instanceof WebSocketFrame frame) {
                hear(frame);
            }
        } catch (RuntimeException broken) {
            context.reportException(broken);
        } finally {
            context.endDispatch(before);
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        reading = false;
        ctx.flush();
        ctx.fireChannelReadComplete();
    }

    /** Who does not read what we answer is not listened to either, so that nothing piles up here. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        if (reading && !ctx.channel().isWritable()) {
            ctx.flush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        context.dispatch(Close.CUT_OFF, this::end);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException) {
            context.dispatch(broken -> Violations.settle(ctx, this, cause));
        } else {
            ctx.close();
        }
    }

    /** Vert.x is closing the client or server that the connection came from. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ShutdownEvent) {
            close(Close.GOING_AWAY, "");
        } else {
            ReferenceCountUtil.release(event);
        }
    }

    /** Somebody else closes the channel; we close it through its context. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (!closeSent && ctx.channel().isActive()) {
            closeSent = true;
            ctx.writeAndFlush(goodbye(Close.GOING_AWAY, ""));
        }
        ctx.close(promise);
    }

    // ------------------------------------------------------------------ frames

    private void hear(WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame close) {
            closeHeard(close);
        } else if (closed || frame instanceof PongWebSocketFrame) {
            return;
        } else if (frame instanceof PingWebSocketFrame) {
            write(new PongWebSocketFrame(frame.content().retain()));
        } else if (frame instanceof TextWebSocketFrame && frame.isFinalFragment()) {
            tell(frame.content().toString(StandardCharsets.UTF_8));
        } else if (frame instanceof TextWebSocketFrame || frame instanceof ContinuationWebSocketFrame) {
            collect(frame);
        } else {
            close(Close.UNSUPPORTED_DATA, "OCPP-J messages are text");
        }
    }

    private void collect(WebSocketFrame frame) {
        ByteBuf part = frame.content();
        int most = host.settings().maxMessageBytes();
        if (fragments.readableBytes() + part.readableBytes() > most) {
            dropFragments();
            close(Close.TOO_BIG, "message of more than " + most + " bytes");
            return;
        }
        if (fragments == Unpooled.EMPTY_BUFFER) {
            fragments = Unpooled.buffer(2 * part.readableBytes());
        }
        fragments.writeBytes(part);
        if (frame.isFinalFragment()) {
            String whole = fragments.toString(StandardCharsets.UTF_8);
            dropFragments();
            tell(whole);
        }
    }

    private void dropFragments() {
        fragments.release();
        fragments = Unpooled.EMPTY_BUFFER;
    }

    private void tell(String text) {
        host.figures().received(text);
        listener.text(text);
    }

    private void end(Close close) {
        if (!closed) {
            closed = true;
            dropFragments();
            host.figures().ended();
            listener.closed(close);
        }
    }

    // ------------------------------------------------------------------ goodbyes

    /** Told at once, before the other side can know that we have understood; then answered in kind. */
    private void closeHeard(CloseWebSocketFrame close) {
        boolean silent = close.statusCode() < 0;
        end(new Close(silent ? Close.NORMAL : close.statusCode(), silent ? "" : close.reasonText()));
        if (!closeSent) {
            sayGoodbye(new CloseWebSocketFrame(true, 0, close.content().retain()));
        }
        if (host.server()) {
            hangUp();
        }
    }

    private void sayGoodbye(CloseWebSocketFrame frame) {
        closeSent = true;
        channel.writeAndFlush(frame);
        Channel closing = channel;
        channel.eventLoop().schedule(() -> closing.close(), CLOSING_SECONDS, TimeUnit.SECONDS);
    }

    /** What has been written goes first. */
    private void hangUp() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(flushed -> channel.close());
    }

    private static CloseWebSocketFrame goodbye(int status, String reason) {
        // A control frame has no room for more.
        String cut = reason;
        while (ByteBufUtil.utf8Bytes(cut) > MAX_REASON_BYTES) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return new CloseWebSocketFrame(status, cut);
    }

    private void write(WebSocketFrame frame) {
        if (reading) {
            channel.write(frame, channel.voidPromise());
        } else {
            channel.writeAndFlush(frame, channel.voidPromise());
        }
    }
}
