package dev.roamlab.station.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.ocpp.link.FrameTap.Way;
import dev.roamlab.ocpp.trace.TraceLine;
import dev.roamlab.ocpp.trace.TraceLine.Event;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recordings written by hand, against a CSMS that only knows text. */
class ReplayTest {
    private static final Instant THEN = Instant.parse("2024-05-01T08:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final List<TraceLine> lines = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private void open() {
        lines.add(new TraceLine(THEN, THEN, "CP-1", "1.6", Event.OPEN, Optional.empty(), ""));
    }

    private void station(String singleQuoted) {
        frame(Way.TO_CSMS, singleQuoted);
    }

    private void csms(String singleQuoted) {
        frame(Way.TO_STATION, singleQuoted);
    }

    private void frame(Way way, String singleQuoted) {
        lines.add(new TraceLine(
                THEN, THEN, "CP-1", "1.6", Event.FRAME, Optional.of(way), singleQuoted.replace('\'', '"')));
    }

    /** Plays against a CSMS that reacts to each frame as told. */
    private ReplayReport play(BiConsumer<ServerWebSocket, JsonNode> reaction) throws Exception {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setWebSocketSubProtocols(List.of("ocpp1.6")))
                .webSocketHandler(socket -> socket.textMessageHandler(text -> {
                    JsonNode frame = Recording.parsed(text);
                    heard.add(frame);
                    reaction.accept(socket, frame);
                }))
                .listen(0, "127.0.0.1")
                .await(10, TimeUnit.SECONDS);
        ReplaySettings settings = ReplaySettings.of("ws://127.0.0.1:" + server.actualPort() + "/ocpp")
                .withPatience(Duration.ofMillis(500));
        return new Replay(vertx, lines, settings, Clock.systemUTC()).play().await(20, TimeUnit.SECONDS);
    }

    private static void say(ServerWebSocket socket, String singleQuoted) {
        socket.writeTextMessage(singleQuoted.replace('\'', '"'));
    }

    /** What the CSMS hears may arrive after the replay has ended. */
    private JsonNode heard(int index) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (heard.size() <= index && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return heard.get(index);
    }

    private static String id(JsonNode frame) {
        return frame.path(1).asText();
    }

    private void aCharge() {
        open();
        station(
                "[2,'1','StartTransaction',{'connectorId':1,'idTag':'A','meterStart':0,'timestamp':'2024-05-01T08:00:00Z'}]");
        csms("[3,'1',{'transactionId':7,'idTagInfo':{'status':'Accepted'}}]");
        station("[2,'2','StopTransaction',{'transactionId':7,'meterStop':5,'timestamp':'2024-05-01T08:30:00Z'}]");
        csms("[3,'2',{}]");
    }

    @Test
    void numbers_and_moments_of_today_take_the_place_of_those_recorded() throws Exception {
        aCharge();

        ReplayReport report = play((socket, frame) -> say(
                socket,
                frame.path(2).asText().equals("StartTransaction")
                        ? "[3,'" + id(frame) + "',{'transactionId':4711,'idTagInfo':{'status':'Accepted'}}]"
                        : "[3,'" + id(frame) + "',{}]"));

        assertThat(report.isSame()).as(report.toString()).isTrue();
        assertThat(report.sent()).isEqualTo(2);
        assertThat(report.compared()).isEqualTo(2);
        assertThat(heard(1).path(3).path("transactionId").asInt()).isEqualTo(4711);
        Instant began = Instant.parse(heard(0).path(3).path("timestamp").asText());
        Instant ended = Instant.parse(heard(1).path(3).path("timestamp").asText());
        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofMinutes(-1), Duration.ofMinutes(1));
        assertThat(Duration.between(began, ended)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void another_answer_is_told_by_its_place() throws Exception {
        aCharge();

        ReplayReport report = play((socket, frame) -> say(
                socket,
                frame.path(2).asText().equals("StartTransaction")
                        ? "[3,'" + id(frame) + "',{'transactionId':1,'idTagInfo':{'status':'Blocked'}}]"
                        : "[4,'" + id(frame) + "','InternalError','no',{}]"));

        assertThat(report.differences())
                .extracting(Difference::toString)
                .containsExactly(
                        "CP-1 line 3 StartTransaction: idTagInfo.status: recorded Accepted, now Blocked",
                        "CP-1 line 5 StopTransaction: payload: recorded {}, now [\"InternalError\",\"no\"]");
    }

    @Test
    void an_answer_that_does_not_come_is_a_difference_and_the_rest_goes_on() throws Exception {
        aCharge();

        ReplayReport report = play((socket, frame) -> {
            if (frame.path(2).asText().equals("StopTransaction")) {
                say(socket, "[3,'" + id(frame) + "',{}]");
            }
        });

        assertThat(report.differences())
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.what() + difference.now()).isEqualTo("message" + "none in 0 s"));
    }

    @Test
    void a_call_of_the_csms_gets_the_recorded_answer_under_its_own_id() throws Exception {
        open();
        station("[2,'1','Heartbeat',{}]");
        csms("[3,'1',{'currentTime':'2024-05-01T08:00:00Z'}]");
        csms("[2,'c1','GetConfiguration',{'key':[]}]");
        station("[3,'c1',{'configurationKey':[],'unknownKey':['x']}]");

        ReplayReport report = play((socket, frame) -> {
            if (frame.path(0).asInt() == 2) {
                say(socket, "[3,'" + id(frame) + "',{'currentTime':'2026-05-01T08:00:00Z'}]");
                say(socket, "[2,'other-id','GetConfiguration',{'key':[]}]");
            }
        });

        assertThat(report.isSame()).as(report.toString()).isTrue();
        assertThat(heard(1))
                .isEqualTo(new ObjectMapper()
                        .readTree("[3,\"other-id\",{\"configurationKey\":[],\"unknownKey\":[\"x\"]}]"));
    }

    @Test
    void a_call_that_the_recording_does_not_have_is_refused_and_told() throws Exception {
        open();
        station("[2,'1','Heartbeat',{}]");
        csms("[3,'1',{'currentTime':'2024-05-01T08:00:00Z'}]");

        ReplayReport report = play((socket, frame) -> {
            if (frame.path(0).asInt() == 2) {
                say(socket, "[2,'x','Reset',{'type':'Soft'}]");
                say(socket, "[3,'" + id(frame) + "',{'currentTime':'2026-05-01T08:00:00Z'}]");
            }
        });

        assertThat(report.differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.action()).isEqualTo("Reset"));
        assertThat(heard(1).path(0).asInt()).isEqualTo(4);
    }

    @Test
    void who_cannot_be_reached_is_named() throws Exception {
        aCharge();

        ReplayReport report = new Replay(vertx, lines, ReplaySettings.of("ws://127.0.0.1:1/ocpp"), Clock.systemUTC())
                .play()
                .await(20, TimeUnit.SECONDS);

        assertThat(report.broken())
                .singleElement()
                .satisfies(why -> assertThat(why).startsWith("CP-1: ws://127.0.0.1:1/ocpp/CP-1: "));
    }

    /** Ten thousand frames are no deep stack. */
    @Test
    void a_long_recording_is_played_to_its_end() throws Exception {
        open();
        for (int i = 0; i < 5_000; i++) {
            station("[2,'" + i + "','Heartbeat',{}]");
            csms("[3,'" + i + "',{'currentTime':'2024-05-01T08:00:00Z'}]");
        }

        ReplayReport report =
                play((socket, frame) -> say(socket, "[3,'" + id(frame) + "',{'currentTime':'2026-05-01T08:00:00Z'}]"));

        assertThat(report.isSame()).isTrue();
        assertThat(report.compared()).isEqualTo(5_000);
    }
}
