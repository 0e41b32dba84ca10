package dev.roamlab.ocpp.link;

import static dev.roamlab.ocpp.link.Lab.next;
import static dev.roamlab.ocpp.link.Lab.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.lab.Exchange;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.rpc.OcppCallException;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A station whose CSMS has gone mad: it stays, and the exchange log says precisely what was wrong. */
class StationGarbageTest {
    private static final String TRUE_ANSWER = "{\"currentTime\":\"2026-11-21T12:00:00Z\"}";

    private final Lab lab = new Lab();
    private final BlockingQueue<ServerWebSocket> sockets = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Optional<Lab.Station> connected = Optional.empty();
    private Optional<ServerWebSocket> csms = Optional.empty();

    @BeforeEach
    void connect() {
        var http = now(lab.vertx
                .createHttpServer(new HttpServerOptions().setWebSocketSubProtocols(List.of("ocpp1.6")))
                .webSocketHandler(socket -> {
                    socket.textMessageHandler(heard::add);
                    sockets.add(socket);
                })
                .listen(0, "127.0.0.1"));
        var address = new StationAddress(
                "ws://127.0.0.1:" + http.actualPort(), "CP-1", Optional.empty(), Topology.ONE_CONNECTOR_EACH);
        connected = Optional.of(new Lab.Station(lab, address).connected());
        csms = Optional.of(next(sockets));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private Lab.Station station() {
        return connected.orElseThrow();
    }

    private void say(String text) {
        now(csms.orElseThrow().writeTextMessage(text));
    }

    /** The id of the station's next call. */
    private String id() {
        return next(heard).split("\"")[1];
    }

    /** A heartbeat there and back: what was said before it has been dealt with. */
    private void assertAlive() {
        var answer = station().link.call(new HeartbeatRequest());
        say("[3,\"" + id() + "\"," + TRUE_ANSWER + "]");
        assertThat(now(answer)).isInstanceOf(HeartbeatResponse.class);
    }

    private List<String> notes() {
        return lab.exchanges.stream().map(Exchange::notes).flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "garbage | frame: no JSON",
                "{\"a\":1} | frame: object, must be an array",
                "[] | message type: missing, must be 2, 3 or 4",
                "[9,\"1\",{}] | message type: 9, must be 2, 3 or 4",
                "[2,7,\"Reset\",{}] | message id: 7, must be a string of 1 to 36 characters",
                "[2,\"1234567890123456789012345678901234567\",\"Reset\",{\"type\":\"Soft\"}] | message id: \"1234567890",
                "[3,\"nobody-asked\",{}] | an answer that matches no open call",
                "[4,\"nobody-asked\",\"GenericError\",\"\",{}] | an answer that matches no open call"
            })
    void what_cannot_be_read_is_noted_and_the_station_goes_on(String frame, String note) {
        say(frame);

        assertAlive();

        assertThat(notes()).anySatisfy(text -> assertThat(text).contains(note));
    }

    @Test
    void an_answer_that_comes_twice_counts_once_and_is_noted() {
        var answer = station().link.call(new HeartbeatRequest());
        String id = id();

        say("[3,\"" + id + "\"," + TRUE_ANSWER + "]");
        say("[3,\"" + id + "\"," + TRUE_ANSWER + "]");

        now(answer);
        assertAlive();
        assertThat(notes()).contains("an answer that matches no open call");
    }

    @Test
    void an_answer_that_breaks_a_rule_fails_the_call_and_not_the_connection() {
        var answer = station().link.call(new HeartbeatRequest());

        say("[3,\"" + id() + "\",{\"currentTime\":5}]");

        assertThatThrownBy(() -> now(answer))
                .isInstanceOf(OcppCallException.class)
                .hasMessageContaining("currentTime: 5, must be a string");
        assertAlive();
    }

    @Test
    void sixteen_megabytes_end_the_connection_with_a_reason_and_the_next_one_is_sound() {
        csms.orElseThrow().writeTextMessage("x".repeat(16 << 20));

        Close end = next(station().closed);
        now(station().link.connect());
        csms = Optional.of(next(sockets));

        assertThat(end.status()).isEqualTo(Close.TOO_BIG);
        assertAlive();
    }
}
