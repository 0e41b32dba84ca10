package dev.roamlab.ocpp.link;

import static dev.roamlab.ocpp.link.Lab.NOON;
import static dev.roamlab.ocpp.link.Lab.next;
import static dev.roamlab.ocpp.link.Lab.now;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.lab.Exchange;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.ClearCacheResponse;
import dev.roamlab.ocpp.messages.ClearCacheStatus;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.DataTransferStatus;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetResponse;
import dev.roamlab.ocpp.messages.ResetStatus;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.rpc.NotConnected;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.OcppTimeout;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every link does, whatever carries it. */
abstract class LinkTest {
    private final LinkKind kind;
    private final Lab lab;

    LinkTest(LinkKind kind) {
        this.kind = kind;
        this.lab = new Lab(settings -> settings.withKind(kind));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    // ------------------------------------------------------------------ connecting

    @Test
    void a_station_connects_and_both_ends_agree_on_the_version() {
        var station = lab.station("CP-1").connected();

        StationConnection connection = next(lab.csms.opened);
        assertThat(connection.stationId()).isEqualTo("CP-1");
        assertThat(connection.version()).isEqualTo("1.6");
        assertThat(station.link.version()).contains("1.6");
        assertThat(lab.server.connection("CP-1")).contains(connection);
    }

    @Test
    void an_id_may_hold_any_character() {
        lab.station("Köln 1+2/3%?#").connected();

        assertThat(next(lab.csms.opened).stationId()).isEqualTo("Köln 1+2/3%?#");
    }

    @Test
    void a_password_reaches_the_csms() {
        var address = new StationAddress(lab.url(), "CP:1", Optional.of("s:ecret"), Topology.ONE_CONNECTOR_EACH);
        new Lab.Station(lab, address).connected();

        assertThat(next(lab.csms.handshakes).password()).contains("s:ecret");
    }

    @Test
    void a_station_that_is_refused_learns_the_http_status() {
        lab.csms.admit = handshake -> Admission.unknownStation();
        var station = lab.station("CP-1");

        assertThatThrownBy(() -> now(station.link.connect()))
                .isInstanceOf(NotConnected.class)
                .hasMessageContaining("/ocpp/CP-1")
                .hasMessageContaining("404");
        assertThat(lab.csms.opened).isEmpty();
    }

    @Test
    void a_csms_that_cannot_decide_refuses_with_500() {
        lab.csms.admit = handshake -> {
            throw new IllegalStateException("on purpose");
        };

        assertThatThrownBy(() -> now(lab.station("CP-1").link.connect())).hasMessageContaining("500");
    }

    @Test
    void a_path_that_names_no_station_is_not_found() {
        var elsewhere = new StationAddress(
                lab.url().replace("/ocpp", "/elsewhere"), "CP-1", Optional.empty(), Topology.ONE_CONNECTOR_EACH);

        assertThatThrownBy(() -> now(new Lab.Station(lab, elsewhere).link.connect()))
                .hasMessageContaining("404");
    }

    @Test
    void a_station_that_nobody_answers_fails_to_connect() {
        var nowhere = StationAddress.of("ws://127.0.0.1:1/ocpp", "CP-1");

        assertThatThrownBy(() -> now(new Lab.Station(lab, nowhere).link.connect()))
                .isInstanceOf(NotConnected.class)
                .hasMessageContaining("ws://127.0.0.1:1/ocpp/CP-1");
    }

    @Test
    void an_unknown_subprotocol_is_accepted_and_closed_at_once() {
        Buffer answer = now(lab.tcp.connect(lab.http.actualPort(), "127.0.0.1").compose(socket -> {
            Buffer received = Buffer.buffer();
            Promise<Buffer> ended = Promise.promise();
            socket.handler(bytes -> {
                received.appendBuffer(bytes);
                // 1002, the status of a close frame.
                if (received.toString(ISO_8859_1).contains("\u0003\u00EA")) {
                    ended.tryComplete(received);
                }
            });
            return socket.write(String.join(
                            "\r\n",
                            "GET /ocpp/CP-1 HTTP/1.1",
                            "Host: test",
                            "Connection: Upgrade",
                            "Upgrade: websocket",
                            "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                            "Sec-WebSocket-Protocol: ocpp9.9",
                            "",
                            ""))
                    .compose(sent -> ended.future());
        }));

        String text = answer.toString(ISO_8859_1);
        assertThat(text).startsWith("HTTP/1.1 101 ").doesNotContainIgnoringCase("sec-websocket-protocol");
        assertThat(text.substring(text.indexOf("\r\n\r\n") + 4))
                .startsWith("\u0088")
                .contains("\u0003\u00EA");
        assertThat(lab.csms.handshakes).isEmpty();
    }

    @Test
    void a_csms_that_chooses_no_subprotocol_is_left_with_a_clear_message() {
        var dull =
                now(lab.vertx.createHttpServer().webSocketHandler(socket -> {}).listen(0, "127.0.0.1"));
        var address = StationAddress.of("ws://127.0.0.1:" + dull.actualPort(), "CP-1");

        assertThatThrownBy(() -> now(new Lab.Station(lab, address).link.connect()))
                .isInstanceOf(NotConnected.class)
                .hasMessageContaining("none of the subprotocols offered: ocpp1.6");
    }

    @Test
    void plain_http_requests_are_left_alone() {
        var answer = now(lab.web
                .request(HttpMethod.GET, lab.http.actualPort(), "127.0.0.1", "/health")
                .compose(request -> request.send())
                .compose(response -> response.body()));

        assertThat(answer).hasToString("hello");
    }

    // ------------------------------------------------------------------ calls

    @Test
    void a_station_asks_and_the_csms_answers() {
        var station = lab.station("CP-1").connected();

        assertThat(now(station.link.call(new HeartbeatRequest())).currentTime()).isEqualTo(NOON);
    }

    @Test
    void the_csms_asks_and_the_station_answers() {
        var station = lab.station("CP-1").connected();
        station.answer = call -> Future.succeededFuture(new ResetResponse(ResetStatus.REJECTED));

        var answer = now(next(lab.csms.opened).call(new ResetRequest(ResetType.IMMEDIATE)));

        assertThat(answer.status()).isEqualTo(ResetStatus.REJECTED);
    }

    @Test
    void every_call_is_recorded_once_though_both_ends_are_here() {
        var station = lab.station("CP-1").connected();

        now(station.link.call(new HeartbeatRequest()));

        assertThat(lab.exchanges).hasSize(1);
        Exchange exchange = lab.exchanges.get(0);
        assertThat(exchange.operation()).isEqualTo("Heartbeat");
        assertThat(exchange.version()).isEqualTo("1.6");
        assertThat(exchange.from()).isEqualTo("station:CP-1");
        assertThat(exchange.to()).isEqualTo("cpo");
        assertThat(exchange.request().body()).isEqualTo("[2,\"" + exchange.correlationId() + "\",\"Heartbeat\",{}]");
        assertThat(exchange.response().orElseThrow().body())
                .isEqualTo("[3,\"" + exchange.correlationId() + "\",{\"currentTime\":\"2026-11-21T12:00:00.000Z\"}]");
    }

    @Test
    void one_call_is_on_the_way_and_the_others_wait_in_order() {
        var asked = new LinkedBlockingQueue<Promise<Response>>();
        lab.csms.answer = call -> {
            Promise<Response> answer = Promise.promise();
            asked.add(answer);
            return answer.future();
        };
        var station = lab.station("CP-1").connected();

        List<Future<HeartbeatResponse>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(station.link.call(new HeartbeatRequest()));
        }

        for (int i = 0; i < 3; i++) {
            Promise<Response> answer = next(asked);
            assertThat(asked).as("asked while a call was on the way").isEmpty();
            assertThat(calls.get(i).isComplete()).isFalse();
            answer.complete(new HeartbeatResponse(NOON.plusSeconds(i)));
            assertThat(now(calls.get(i)).currentTime()).isEqualTo(NOON.plusSeconds(i));
        }
    }

    @Test
    void both_directions_have_a_call_on_the_way_at_the_same_time() {
        Promise<Response> held = Promise.promise();
        lab.csms.answer = call -> held.future();
        var station = lab.station("CP-1").connected();
        station.answer = call -> Future.succeededFuture(new ResetResponse(ResetStatus.ACCEPTED));
        var waiting = station.link.call(new HeartbeatRequest());

        now(next(lab.csms.opened).call(new ResetRequest(ResetType.ON_IDLE)));

        assertThat(waiting.isComplete()).isFalse();
        held.complete(new HeartbeatResponse(NOON));
        now(waiting);
    }

    @Test
    void a_refusal_reaches_the_caller_with_code_and_description() {
        lab.csms.answer = call -> Future.failedFuture(new OcppCallException(RpcErrorCode.SECURITY_ERROR, "not you"));
        var station = lab.station("CP-1").connected();

        assertThatThrownBy(() -> now(station.link.call(new HeartbeatRequest())))
                .isInstanceOfSatisfying(OcppCallException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(RpcErrorCode.SECURITY_ERROR);
                    assertThat(refused.description()).isEqualTo("not you");
                });
    }

    @Test
    void a_failure_of_ours_is_an_internal_error_that_tells_nothing() {
        lab.csms.answer = call -> Future.failedFuture(new IllegalStateException("secret of the house"));
        var station = lab.station("CP-1").connected();

        assertThatThrownBy(() -> now(station.link.call(new HeartbeatRequest())))
                .isInstanceOfSatisfying(OcppCallException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(RpcErrorCode.INTERNAL_ERROR);
                    assertThat(refused.description()).doesNotContain("secret");
                });
    }

    @Test
    void what_the_version_cannot_express_fails_and_the_next_call_goes_out() {
        var station = lab.station("CP-1").connected();
        var tooLong = station.link.call(new AuthorizeRequest(IdToken.of("123456789012345678901")));
        var next = station.link.call(new HeartbeatRequest());

        assertThatThrownBy(() -> now(tooLong)).hasMessageContaining("Authorize.idTag: 21 characters, at most 20");
        now(next);
    }

    @Test
    void an_unanswered_call_times_out_and_its_late_answer_is_ignored() {
        try (var quick = new Lab(settings -> settings.withKind(kind).withCallTimeout(Duration.ofMillis(200)))) {
            Promise<Response> late = Promise.promise();
            quick.csms.answer = call -> late.future();
            var station = quick.station("CP-1").connected();

            assertThatThrownBy(() -> now(station.link.call(new HeartbeatRequest())))
                    .isInstanceOf(OcppTimeout.class)
                    .hasMessageContaining("Heartbeat")
                    .hasMessageContaining("200 ms");

            late.complete(new HeartbeatResponse(NOON));
            quick.csms.answer = call -> Future.succeededFuture(new HeartbeatResponse(NOON.plusSeconds(7)));
            assertThat(now(station.link.call(new HeartbeatRequest())).currentTime())
                    .isEqualTo(NOON.plusSeconds(7));
        }
    }

    // ------------------------------------------------------------------ ends

    @Test
    void a_station_that_hangs_up_is_seen_to_go_and_may_come_back() {
        var station = lab.station("CP-1").connected();
        next(lab.csms.opened);

        now(station.link.close());

        assertThat(next(lab.csms.closed).status()).isEqualTo(Close.NORMAL);
        assertThat(lab.server.connection("CP-1")).isEmpty();
        assertThat(station.closed).isEmpty();
        assertThatThrownBy(() -> now(station.link.call(new HeartbeatRequest()))).isInstanceOf(NotConnected.class);

        station.connected();
        now(station.link.call(new HeartbeatRequest()));
    }

    @Test
    void a_call_on_the_way_fails_with_the_connection() {
        lab.csms.answer = call -> Promise.<Response>promise().future();
        var station = lab.station("CP-1").connected();
        var first = station.link.call(new HeartbeatRequest());
        var second = station.link.call(new HeartbeatRequest());

        now(next(lab.csms.opened).close("enough"));

        assertThat(next(station.closed)).isEqualTo(new Close(1000, "enough"));
        assertThatThrownBy(() -> now(first)).isInstanceOf(NotConnected.class).hasMessageContaining("enough");
        assertThatThrownBy(() -> now(second)).isInstanceOf(NotConnected.class);
    }

    @Test
    void a_second_connection_takes_the_place_of_the_first() {
        var first = lab.station("CP-1").connected();
        var second = lab.station("CP-1").connected();

        assertThat(next(first.closed).reason()).contains("replaced");
        next(lab.csms.opened);
        assertThat(lab.server.connection("CP-1")).contains(next(lab.csms.opened));
        now(second.link.call(new HeartbeatRequest()));
    }

    @Test
    void a_stopping_csms_closes_all_connections() {
        var station = lab.station("CP-1").connected();

        now(lab.server.close());

        assertThat(next(station.closed).status()).isEqualTo(Close.GOING_AWAY);
        assertThat(lab.server.connections()).isEmpty();
    }

    @Test
    void a_silent_connection_is_pinged_and_stays() {
        try (var pinging = new Lab(settings -> settings.withKind(kind).withPingInterval(Duration.ofMillis(50)))) {
            var station = RawStation.connect(pinging, "CP-1");
            var pings = new LinkedBlockingQueue<Long>();
            StationConnection connection = next(pinging.csms.opened);
            pinging.vertx.setPeriodic(50, tick -> pings.add(tick));
            for (int i = 0; i < 8; i++) {
                next(pings);
            }

            assertThat(connection.isOpen()).isTrue();
            assertThat(station.closed).isEmpty();
        }
    }

    @Test
    void a_connection_without_a_sign_of_life_is_closed() {
        try (var pinging = new Lab(settings -> settings.withKind(kind).withPingInterval(Duration.ofMillis(50)))) {
            var deaf = RawStation.connect(pinging, "CP-1");
            deaf.socket.pause();

            assertThat(next(pinging.csms.closed).reason()).isEqualTo("no sign of life");
        }
    }

    @Test
    void a_connection_that_is_closed_without_a_reason_is_over_and_can_be_made_again() {
        var raw = RawStation.connect(lab, "CP-1");
        next(lab.csms.opened);

        raw.socket.writeFrame(new io.vertx.core.http.impl.ws.WebSocketFrameImpl(
                io.vertx.core.http.WebSocketFrameType.CLOSE, io.netty.buffer.Unpooled.EMPTY_BUFFER, true));

        assertThat(next(lab.csms.closed)).isEqualTo(new Close(Close.NORMAL, ""));
        assertThat(lab.server.connection("CP-1")).isEmpty();
        for (int i = 0; i < 3; i++) {
            var station = lab.station("CP-1").connected();
            now(station.link.call(new HeartbeatRequest()));
            now(station.link.close());
        }
    }

    @Test
    void a_connection_that_is_cut_off_is_told_as_abnormal() {
        var socket = now(lab.tcp.connect(lab.http.actualPort(), "127.0.0.1"));
        now(socket.write(RawStation.handshake("CP-1")));
        next(lab.csms.opened);

        now(socket.close());

        assertThat(next(lab.csms.closed)).isEqualTo(new Close(Close.ABNORMAL, ""));
    }

    @Test
    void a_csms_whose_http_server_is_closed_takes_its_connections_with_it() {
        var station = lab.station("CP-1").connected();

        now(lab.http.close());

        next(station.closed);
        assertThat(station.link.isOpen()).isFalse();
    }

    @Test
    void a_ping_is_answered_with_what_it_said() {
        var raw = RawStation.connect(lab, "CP-1");
        var pongs = new LinkedBlockingQueue<String>();
        raw.socket.pongHandler(pong -> pongs.add(pong.toString()));

        now(raw.socket.writePing(Buffer.buffer("are you there")));

        assertThat(next(pongs)).isEqualTo("are you there");
    }

    @Test
    void what_the_csms_says_in_one_breath_with_its_handshake_is_heard() {
        var answers = new LinkedBlockingQueue<String>();
        var csms = now(lab.vertx
                .createNetServer()
                .connectHandler(socket -> RawCsms.serve(socket, "[2,\"first\",\"ClearCache\",{}]", answers::add))
                .listen(0, "127.0.0.1"));
        var station = new Lab.Station(lab, StationAddress.of("ws://127.0.0.1:" + csms.actualPort(), "CP-1"));
        station.answer = call -> Future.succeededFuture(new ClearCacheResponse(ClearCacheStatus.ACCEPTED));

        station.connected();

        assertThat(next(answers)).isEqualTo("[3,\"first\",{\"status\":\"Accepted\"}]");
    }

    @Test
    void figures_count_connections_and_messages_of_both_ends() {
        OcppClient client = OcppClient.create(lab.settings);
        var address = StationAddress.of(lab.url(), "CP-1");
        StationLink link = client.link(address, new Lab.Station(lab, address));
        now(link.connect());
        now(link.call(new HeartbeatRequest()));

        LinkFigures.Sums station = client.figures().sums();
        LinkFigures.Sums csms = lab.server.figures().sums();
        assertThat(station.open()).isEqualTo(1);
        assertThat(station.messagesSent()).isEqualTo(1);
        assertThat(station.messagesReceived()).isEqualTo(1);
        assertThat(csms.charactersReceived()).isEqualTo(station.charactersSent());

        now(link.close());
        next(lab.csms.closed);
        assertThat(client.figures().sums().open()).isZero();
        assertThat(lab.server.figures().sums().open()).isZero();
    }

    @Test
    void stations_connect_from_the_addresses_they_are_told_to() {
        OcppClient client = OcppClient.create(lab.settings.withLocalAddresses(List.of("127.0.0.7", "127.0.0.8")));
        List<String> from = new ArrayList<>();
        for (String id : List.of("CP-1", "CP-2", "CP-3")) {
            var address = StationAddress.of(lab.url(), id);
            now(client.link(address, new Lab.Station(lab, address)).connect());
            from.add(next(lab.csms.handshakes).remoteAddress().replaceAll(":.*", ""));
        }

        assertThat(from).containsExactly("127.0.0.7", "127.0.0.8", "127.0.0.7");
    }

    @Test
    void who_does_not_read_the_answers_is_not_listened_to_either() {
        var answered = new java.util.concurrent.atomic.AtomicInteger();
        String long60 = "x".repeat(60_000);
        lab.csms.answer = call -> {
            answered.incrementAndGet();
            return Future.succeededFuture(new DataTransferResponse(DataTransferStatus.ACCEPTED, Optional.of(long60)));
        };
        var greedy = RawStation.connect(lab, "GREEDY");
        var good = lab.station("GOOD").connected();
        greedy.socket.pause();

        int asked = 2_000;
        for (int i = 0; i < asked; i++) {
            greedy.say("[2,\"" + i + "\",\"DataTransfer\",{\"vendorId\":\"v\"}]");
        }
        // All has been sent, and the CSMS has had the time for hundreds of calls of somebody else.
        for (int i = 0; i < 300; i++) {
            now(good.link.call(new DataTransferRequest("v", Optional.empty(), Optional.empty())));
        }

        assertThat(answered.get() - 300).isLessThan(asked / 2);
        greedy.socket.resume();
        for (int i = 0; i < asked; i++) {
            next(greedy.received);
        }
    }

    // ------------------------------------------------------------------ garbage

    @Test
    void sixteen_megabytes_close_their_connection_and_nobody_elses() {
        var good = lab.station("GOOD").connected();
        var bad = RawStation.connect(lab, "BAD");

        bad.say("[2,\"1\",\"Heartbeat\",{\"x\":\"" + "x".repeat(16 << 20) + "\"}]");

        assertThat(next(lab.csms.closed).status()).isEqualTo(Close.TOO_BIG);
        assertThat(lab.server.connection("BAD")).isEmpty();
        assertThat(next(bad.closed)).isEqualTo(Close.TOO_BIG);
        now(good.link.call(new HeartbeatRequest()));
    }

    @Test
    void a_message_just_over_the_limit_is_closed_with_1009() {
        var bad = RawStation.connect(lab, "BAD");

        bad.say("x".repeat(65_537));

        assertThat(next(bad.closed)).isEqualTo(Close.TOO_BIG);
    }

    @Test
    void a_message_over_the_limit_in_small_frames_is_closed_with_1009() {
        var bad = RawStation.connect(lab, "BAD");

        bad.socket.writeFrame(io.vertx.core.http.WebSocketFrame.textFrame("x".repeat(40_000), false));
        bad.socket.writeFrame(
                io.vertx.core.http.WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(40_000)), true));

        assertThat(next(bad.closed)).isEqualTo(Close.TOO_BIG);
    }

    @Test
    void a_message_in_several_frames_is_one_message() {
        var station = RawStation.connect(lab, "CP-1");
        byte[] whole = "[2,\"Zürich\",\"Heartbeat\",{}]".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        // The cut goes through the two bytes of a letter.
        station.socket.writeFrame(io.vertx.core.http.WebSocketFrame.textFrame("[2,\"Z", false));
        station.socket.writeFrame(io.vertx.core.http.WebSocketFrame.continuationFrame(
                Buffer.buffer(java.util.Arrays.copyOfRange(whole, 5, 6)), false));
        station.socket.writeFrame(io.vertx.core.http.WebSocketFrame.continuationFrame(
                Buffer.buffer(java.util.Arrays.copyOfRange(whole, 6, whole.length)), true));

        assertThat(next(station.received)).startsWith("[3,\"Zürich\",");
    }

    @Test
    void a_binary_message_is_closed_with_1003() {
        var bad = RawStation.connect(lab, "BAD");

        bad.say(Buffer.buffer(new byte[] {1, 2, 3}));

        assertThat(next(bad.closed)).isEqualTo(Close.UNSUPPORTED_DATA);
    }

    @Test
    void garbage_is_ignored_noted_and_at_last_closed() {
        var bad = RawStation.connect(lab, "BAD");

        bad.say("garbage");
        bad.say("[2,\"1\",\"Heartbeat\",{}]");
        assertThat(next(bad.received)).startsWith("[3,\"1\",");

        for (int i = 0; i < 10; i++) {
            bad.say("garbage");
        }
        assertThat(next(bad.closed)).isEqualTo(Close.PROTOCOL_ERROR);
        assertThat(lab.exchanges.get(0).notes().get(0)).contains("no JSON");
    }

    @Test
    void a_malformed_call_is_answered_with_its_id() {
        var bad = RawStation.connect(lab, "BAD");

        bad.say("[2,\"17\",\"Authorize\",{\"idTag\":5}]");

        assertThat(next(bad.received))
                .isEqualTo("[4,\"17\",\"TypeConstraintViolation\",\"Authorize.idTag: 5, must be a string\",{}]");
    }
}
