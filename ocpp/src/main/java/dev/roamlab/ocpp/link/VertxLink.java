package dev.roamlab.ocpp.link;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketFrame;
import java.util.Optional;

/** A link over a stock Vert.x WebSocket. */
final class VertxLink implements Link {
    private final WebSocketBase socket;
    private final Context context;
    private final LinkHost host;
    private final Promise<Void> gone = Promise.promise();
    private Listener listener = Listener.NOBODY;
    private Optional<Buffer> fragments = Optional.empty();
    private int silence;
    private boolean closed;

    VertxLink(WebSocketBase socket, Context context, LinkHost host) {
        this.socket = socket;
        this.context = context;
        this.host = host;
    }

    @Override
    public void listen(Listener listening) {
        listener = listening;
        host.figures().opened();
        Violations.watch(socket, this);
        socket.frameHandler(this::hear);
        socket.pongHandler(pong -> silence = 0);
        // Whatever goes wrong ends the connection, and is told with its end.
        socket.exceptionHandler(broken -> {});
        socket.closeHandler(ended -> {
            end(close());
            gone.tryComplete();
        });
    }

    @Override
    public void send(String text) {
        if (!closed) {
            host.figures().sent(text);
            socket.writeTextMessage(text);
            if (socket.writeQueueFull()) {
                waitForReader();
            }
        }
    }

    @Override
    public void close(int status, String reason) {
        run(() -> {
            if (!closed) {
                // The other side learns of it over the wire, so lab time waits until it is done.
                host.settings().clock().holding("closing a connection", gone.future());
                end(new Close(status, reason));
                socket.close((short) status, reason).onComplete(done -> gone.tryComplete());
            }
        });
    }

    @Override
    public void run(Runnable task) {
        if (Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }

    @Override
    public Future<Void> gone() {
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
                socket.writePing(Buffer.buffer());
            }
        });
    }

    /** Who does not read what we answer is not listened to either, so that nothing piles up here. */
    private void waitForReader() {
        socket.pause();
        socket.drainHandler(drained -> socket.resume());
    }

    private void hear(WebSocketFrame frame) {
        silence = 0;
        if (closed) {
            return;
        }
        if (frame.isClose()) {
            // Told at once, before the other side can know that we have understood.
            end(new Close(
                    frame.closeStatusCode(),
                    Optional.ofNullable(frame.closeReason()).orElse("")));
        } else if (frame.isText() && frame.isFinal()) {
            tell(frame.textData());
        } else if (frame.isText() || frame.isContinuation()) {
            collect(frame);
        } else if (frame.isBinary()) {
            close(Close.UNSUPPORTED_DATA, "OCPP-J messages are text");
        }
    }

    private void collect(WebSocketFrame frame) {
        Buffer whole = fragments.orElseGet(Buffer::buffer);
        int most = host.settings().maxMessageBytes();
        if (whole.length() + frame.binaryData().length() > most) {
            fragments = Optional.empty();
            close(Close.TOO_BIG, "message of more than " + most + " bytes");
            return;
        }
        whole.appendBuffer(frame.binaryData());
        fragments = frame.isFinal() ? Optional.empty() : Optional.of(whole);
        if (frame.isFinal()) {
            tell(whole.toString());
        }
    }

    private void tell(String message) {
        host.figures().received(message);
        listener.text(message);
    }

    private void end(Close close) {
        if (!closed) {
            closed = true;
            host.figures().ended();
            listener.closed(close);
        }
    }

    private Close close() {
        return new Close(
                Optional.ofNullable(socket.closeStatusCode())
                        .map(Short::intValue)
                        .orElse(Close.ABNORMAL),
                Optional.ofNullable(socket.closeReason()).orElse(""));
    }
}
