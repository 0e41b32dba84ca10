package dev.roamlab.scenarios.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import dev.roamlab.scenarios.fuzz.FrameCases.FrameCase;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Scripted stations: each says a few things, asks whether it was heard, and goes on, or away. */
final class FrameStorm {
    private static final int BATCH = 15;
    private static final int ANSWER_SECONDS = 20;
    private static final int ENOUGH = 20;
    private static final int KEPT = 200;
    private static final Set<String> ASKED = Set.of(
            "RemoteStartTransaction", "RemoteStopTransaction", "UnlockConnector", "ReserveNow", "CancelReservation");

    private final Vertx vertx;
    private final FrameCases cases;
    private final int port;
    private final Findings findings;
    private final NetClient client;
    private final Map<String, Integer> heard = new TreeMap<>();
    private long next;
    private long end;

    FrameStorm(Vertx vertx, FrameCases cases, int port, Findings findings) {
        this.vertx = vertx;
        this.cases = cases;
        this.port = port;
        this.findings = findings;
        this.client = vertx.createNetClient();
    }

    /** Completes when frames {@code from} up to but not including {@code to} are dealt with, and all stations are gone. */
    Future<Map<String, Integer>> rage(long from, long to) {
        next = from;
        end = to;
        Promise<Map<String, Integer>> calm = Promise.promise();
        vertx.getOrCreateContext().runOnContext(go -> {
            int[] lanes = {FuzzLab.STATIONS};
            for (int i = 1; i <= FuzzLab.STATIONS; i++) {
                new Lane(FuzzLab.station(i)).go(() -> {
                    if (--lanes[0] == 0) {
                        client.close().map(heard).onComplete(calm);
                    }
                });
            }
        });
        return calm.future();
    }

    /** One station. */
    private final class Lane {
        private final String id;
        private final ArrayDeque<FrameCase> recent = new ArrayDeque<>();
        private Optional<RawStation> station = Optional.empty();
        private Promise<Void> echo = Promise.promise();
        private String echoId = "";
        private int transaction = 1;

        private Lane(String id) {
            this.id = id;
        }

        private void go(Runnable done) {
            if (next >= end || findings.count() >= ENOUGH) {
                leave().onComplete(gone -> done.run());
                return;
            }
            open().compose(open -> batch()).onComplete(settled -> {
                if (settled.failed()) {
                    findings.add(id + ": not heard: " + settled.cause(), lately());
                    station = Optional.empty();
                }
                go(done);
            });
        }

        private Future<Void> leave() {
            return station.filter(RawStation::isOpen).map(RawStation::drop).orElseGet(Future::succeededFuture);
        }

        private Future<Void> open() {
            if (station.filter(RawStation::isOpen).isPresent()) {
                return Future.succeededFuture();
            }
            Chance chance = cases.chance(next);
            String path =
                    chance.oneIn(8) ? chance.pick(List.of("/ocpp/NOBODY", "/ocpp/", "/ocpp/%zz", "/ocpp/a/b")) : "";
            String protocol = chance.oneIn(20) ? "ocpp9.9" : "ocpp1.6";
            return path.isEmpty()
                    ? connect("/ocpp/" + id, protocol).map(opened -> {
                        station = Optional.of(opened);
                        if (opened.status() != 101) {
                            findings.add(id + ": handshake answered " + opened.status(), protocol);
                        }
                        return null;
                    })
                    : connect(path, protocol).compose(refused -> {
                        if (refused.status() == 101 && protocol.equals("ocpp1.6") || refused.status() >= 500) {
                            findings.add("handshake at " + path + " answered " + refused.status(), protocol);
                        }
                        next++;
                        return refused.drop().compose(gone -> open());
                    });
        }

        private Future<RawStation> connect(String path, String protocol) {
            return RawStation.connect(client, port, path, protocol, this::hear)
                    .timeout(ANSWER_SECONDS, TimeUnit.SECONDS);
        }

        private Future<Void> batch() {
            RawStation open = station.orElseThrow();
            for (int i = 0; i < BATCH && next < end; i++) {
                FrameCase one = cases.make(next++, transaction);
                recent.add(one);
                if (recent.size() > KEPT) {
                    recent.remove();
                }
                if (one.breaksWebSocket()) {
                    open.raw(one.octets());
                    return open.gone().timeout(ANSWER_SECONDS, TimeUnit.SECONDS);
                }
                open.text(one.text());
            }
            Chance chance = cases.chance(next);
            if (chance.oneIn(12)) {
                return churn(open, chance);
            }
            echo = Promise.promise();
            echoId = "echo" + next;
            open.text("[2,\"" + echoId + "\",\"Heartbeat\",{}]");
            return Future.any(echo.future(), open.gone())
                    .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .mapEmpty();
        }

        /** Away, in the middle of things; or back before anybody noticed. */
        private Future<Void> churn(RawStation open, Chance chance) {
            if (chance.oneIn(3)) {
                station = Optional.empty();
                return connect("/ocpp/" + id, "ocpp1.6").compose(again -> {
                    station = Optional.of(again);
                    return open.gone().timeout(ANSWER_SECONDS, TimeUnit.SECONDS);
                });
            }
            if (chance.oneIn(2)) {
                open.frame(RawStation.CLOSE, new byte[] {3, (byte) 0xE8});
                return open.gone().timeout(ANSWER_SECONDS, TimeUnit.SECONDS);
            }
            return open.drop();
        }

        // --- hearing ---

        private void hear(String text) {
            JsonNode frame;
            try {
                frame = Json.parse(text);
            } catch (MalformedJson malformed) {
                findings.add(id + " heard what is no JSON: " + text, lately());
                return;
            }
            int type = frame.path(0).asInt();
            heard.merge(type + (type == 4 ? " " + frame.path(2).asText() : ""), 1, Integer::sum);
            if (type == 2 && frame.size() == 4 && ASKED.contains(frame.path(2).asText())) {
                answer((ArrayNode) frame);
            } else if (type == 3 && frame.size() == 3 && frame.path(2).isObject()) {
                learn(frame.path(2));
                settle(frame);
            } else if (type == 4 && frame.size() == 5 && !frame.path(2).asText().equals("InternalError")) {
                settle(frame);
            } else {
                findings.add(id + " heard " + text, culprit(frame.path(1).asText()));
            }
        }

        /** What was said last, the latest first. */
        private String lately() {
            return recent.stream()
                    .sorted(Comparator.comparing(FrameCase::number).reversed())
                    .limit(BATCH)
                    .map(FrameCase::toString)
                    .collect(Collectors.joining("\n"));
        }

        private String culprit(String messageId) {
            return recent.stream()
                    .filter(one -> one.text().contains("\"" + messageId + "\""))
                    .findFirst()
                    .map(FrameCase::toString)
                    .orElse("unknown");
        }

        private void learn(JsonNode result) {
            if (result.path("transactionId").isInt()) {
                transaction = result.path("transactionId").intValue();
            }
        }

        private void settle(JsonNode frame) {
            if (frame.path(1).asText().equals(echoId)) {
                echo.tryComplete();
            }
        }

        private void answer(ArrayNode call) {
            String action = call.path(2).asText();
            String messageId = call.path(1).asText();
            station.ifPresent(connected -> {
                connected.text(cases.answer(messageId, action, messageId.hashCode()));
                if (action.equals("RemoteStartTransaction")) {
                    connected.text(started(messageId, call.path(3).path("idTag")));
                }
            });
        }

        private static String started(String messageId, JsonNode idTag) {
            return "[2,\"r" + messageId.hashCode() + "\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":"
                    + Nasty.octets(idTag.toString()) + ",\"meterStart\":0,\"timestamp\":\"" + Instant.now() + "\"}]";
        }
    }
}
