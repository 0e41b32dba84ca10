package dev.roamlab.testkit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy that misbehaves on purpose towards whoever connects to it: on what comes back from the target. The mode may
 * change at any time, and holds from then on for connections that are open as well.
 */
public final class MisbehavingProxy {
    private static final Buffer GARBAGE = Buffer.buffer(new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE, 13, 10, 13, 10});

    private final Vertx vertx;
    private final String targetHost;
    private final int targetPort;
    private final NetServer server;
    private final NetClient client;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Mode mode = new Mode.Faithful();

    private MisbehavingProxy(Vertx vertx, String targetHost, int targetPort) {
        this.vertx = vertx;
        this.targetHost = targetHost;
        this.targetPort = targetPort;
        this.server = vertx.createNetServer().connectHandler(this::accept);
        this.client = vertx.createNetClient();
    }

    /** Starts a proxy on a free port of this machine, faithful at first. */
    public static Future<MisbehavingProxy> start(Vertx vertx, String targetHost, int targetPort) {
        MisbehavingProxy proxy = new MisbehavingProxy(vertx, targetHost, targetPort);
        return proxy.server.listen(0, "127.0.0.1").map(proxy);
    }

    /** How the proxy misbehaves. */
    public sealed interface Mode {
        /** Not at all. */
        record Faithful() implements Mode {}

        /** Every piece of the answer comes later by so much. */
        record Delay(Duration by) implements Mode {}

        /** The connection ends in good order after so many bytes of the answer. */
        record CutAfter(int bytes) implements Mode {}

        /** The connection is torn down as soon as it is made. */
        record Reset() implements Mode {}

        /** The answer is bytes that are no HTTP. */
        record Garbage() implements Mode {}

        /** The connection is made, and nothing ever comes back. */
        record Silence() implements Mode {}

        /** The answer trickles: so many bytes at a time, with a pause after each. */
        record Throttle(int bytes, Duration pause) implements Mode {}
    }

    /** From now on, misbehave like this. */
    public void misbehave(Mode next) {
        mode = next;
    }

    /** Where to connect. */
    public int port() {
        return server.actualPort();
    }

    /** How often somebody has connected. */
    public int connections() {
        return connections.get();
    }

    /** Closes the port and all connections. */
    public Future<Void> close() {
        return server.close().compose(closed -> client.close());
    }

    private void accept(NetSocket caller) {
        connections.incrementAndGet();
        caller.exceptionHandler(broken -> caller.close());
        if (mode instanceof Mode.Reset) {
            caller.close();
            return;
        }
        caller.pause();
        client.connect(targetPort, targetHost)
                .onSuccess(target -> join(caller, target))
                .onFailure(unreachable -> caller.close());
    }

    private void join(NetSocket caller, NetSocket target) {
        Backwards back = new Backwards(caller, target);
        caller.handler(target::write);
        caller.closeHandler(closed -> target.close());
        target.exceptionHandler(broken -> target.close());
        target.handler(back::pass);
        target.closeHandler(closed -> back.end());
        caller.resume();
    }

    /** The way from the target back to the caller, where the misbehaviour happens. */
    private final class Backwards {
        private final NetSocket caller;
        private final NetSocket target;
        private Future<Void> done = Future.succeededFuture();
        private Mode now = mode;
        private int passed;

        Backwards(NetSocket caller, NetSocket target) {
            this.caller = caller;
            this.target = target;
        }

        void pass(Buffer bytes) {
            if (now != mode) {
                now = mode;
                passed = 0;
            }
            if (now instanceof Mode.CutAfter cut) {
                cut(bytes, cut.bytes());
            } else if (now instanceof Mode.Delay delay) {
                done = done.compose(before -> pause(delay.by())).compose(waited -> caller.write(bytes));
            } else if (now instanceof Mode.Throttle throttle) {
                for (int from = 0; from < bytes.length(); from += throttle.bytes()) {
                    trickle(bytes.slice(from, Math.min(bytes.length(), from + throttle.bytes())), throttle.pause());
                }
            } else if (now instanceof Mode.Garbage) {
                done = caller.end(GARBAGE);
            } else if (now instanceof Mode.Reset) {
                caller.close();
            } else if (now instanceof Mode.Faithful) {
                done = caller.write(bytes);
            }
        }

        private void cut(Buffer bytes, int allowed) {
            int left = Math.max(0, allowed - passed);
            passed += bytes.length();
            done = caller.write(bytes.slice(0, Math.min(left, bytes.length())));
            if (bytes.length() >= left) {
                done.onComplete(written -> {
                    caller.close();
                    target.close();
                });
            }
        }

        void end() {
            done.onComplete(passedOn -> caller.close());
        }

        private void trickle(Buffer bytes, Duration pause) {
            done = done.compose(before -> caller.write(bytes)).compose(written -> pause(pause));
        }

        private Future<Void> pause(Duration time) {
            return vertx.timer(time.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
        }
    }
}
