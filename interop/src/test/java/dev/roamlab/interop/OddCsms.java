package dev.roamlab.interop;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A central system that a test plays frame by frame; what the test does not answer itself is answered kindly. */
final class OddCsms implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE = 30;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer http;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final List<String> actions = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final boolean answersBoot;
    private volatile @Nullable ServerWebSocket socket;

    /** @param answersBoot else the test does */
    OddCsms(String subprotocol, boolean answersBoot) throws Exception {
        this.answersBoot = answersBoot;
        http = vertx.createHttpServer(new HttpServerOptions().addWebSocketSubProtocol(subprotocol));
        http.webSocketHandler(connected -> {
            socket = connected;
            connections.incrementAndGet();
            connected.textMessageHandler(this::receive);
        });
        http.listen(0, "127.0.0.1").await(10, SECONDS);
    }

    String url() {
        return "ws://127.0.0.1:" + http.actualPort() + "/ocpp";
    }

    void say(String frame) {
        open().writeTextMessage(frame);
    }

    void boot(String id, int interval) {
        say("[3,\"" + id + "\",{\"status\":\"Accepted\",\"currentTime\":\"" + Instant.now() + "\",\"interval\":"
                + interval + "}]");
    }

    /** Ends the connection without a status and without a word. */
    void hangUp() {
        open().close();
    }

    /** Waits for a call of this action; returns the whole frame. */
    JsonNode call(String action) throws InterruptedException {
        while (true) {
            JsonNode frame = next(action);
            if (frame.path(0).asInt() == 2 && frame.path(2).asText().equals(action)) {
                return frame;
            }
        }
    }

    /** Waits for the answer to a call of ours. */
    JsonNode answer(String id) throws InterruptedException {
        while (true) {
            JsonNode frame = next("the answer to " + id);
            if (frame.path(0).asInt() != 2 && frame.path(1).asText().equals(id)) {
                return frame;
            }
        }
    }

    /** How often somebody has connected. */
    int connections() {
        return connections.get();
    }

    long heard(String action) {
        return actions.stream().filter(action::equals).count();
    }

    @Override
    public void close() throws Exception {
        vertx.close().await(10, SECONDS);
    }

    private ServerWebSocket open() {
        ServerWebSocket current = socket;
        if (current == null) {
            throw new AssertionError("nobody has connected");
        }
        return current;
    }

    private JsonNode next(String what) throws InterruptedException {
        JsonNode frame = frames.poll(PATIENCE, SECONDS);
        if (frame == null) {
            throw new AssertionError(what + ": not within " + PATIENCE + " s");
        }
        return frame;
    }

    private void receive(String text) {
        try {
            JsonNode frame = JSON.readTree(text);
            if (frame.path(0).asInt() == 2) {
                actions.add(frame.path(2).asText());
                answerKindly(frame.path(1).asText(), frame.path(2).asText());
            }
            frames.add(frame);
        } catch (java.io.IOException noJson) {
            throw new AssertionError(text, noJson);
        }
    }

    private void answerKindly(String id, String action) {
        switch (action) {
            case "BootNotification" -> {
                if (answersBoot) {
                    boot(id, 300);
                }
            }
            case "Heartbeat" -> say("[3,\"" + id + "\",{\"currentTime\":\"" + Instant.now() + "\"}]");
            default -> say("[3,\"" + id + "\",{}]");
        }
    }
}
