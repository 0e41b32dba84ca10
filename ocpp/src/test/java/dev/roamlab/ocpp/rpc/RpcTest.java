package dev.roamlab.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import dev.roamlab.ocpp.v16.DialectV16;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RpcTest {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Vertx vertx = Vertx.vertx();
    private final SteppedClock clock = new SteppedClock(Instant.EPOCH, SteppedClock.MAX_SPEED);
    private final ExchangeLog log = new ExchangeLog(clock);
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Paper wire = new Paper();
    private BiFunction<String, ObjectNode, Future<ObjectNode>> answer =
            (action, payload) -> Future.succeededFuture(NOTHING);
    private Rpc rpc = rpc(Duration.ofSeconds(20));

    @BeforeEach
    void record() {
        log.subscribe(exchanges::add);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private Rpc rpc(Duration timeout) {
        var settings = new RpcSettings(vertx, clock, log, Ids.seeded(1, "rpc"), timeout);
        var peers = new RpcPeers("CP-1", End.CSMS, "1.6", new DialectV16().spelling());
        return new Rpc(settings, peers, wire, (action, payload) -> answer.apply(action, payload));
    }

    private Future<String> call(String action) {
        return rpc.call(
                action,
                () -> new Outgoing.Sent<>(
                        action, NOTHING, payload -> payload.path("word").asText()));
    }

    /** The message id of the frame that was sent last. */
    private String lastId() {
        return wire.sent.get(wire.sent.size() - 1).split("\"")[1];
    }

    // ------------------------------------------------------------------ our calls

    @Test
    void the_second_call_leaves_when_the_first_is_answered() {
        Future<String> first = call("One");
        Future<String> second = call("Two");
        assertThat(wire.sent).hasSize(1);

        rpc.receive("[3,\"" + lastId() + "\",{\"word\":\"done\"}]");

        assertThat(first.result()).isEqualTo("done");
        assertThat(wire.sent).hasSize(2);
        assertThat(wire.sent.get(1)).contains("\"Two\"");
        assertThat(second.isComplete()).isFalse();
    }

    @Test
    void a_message_is_made_when_its_turn_comes() {
        List<String> made = new ArrayList<>();
        call("One");
        rpc.call("Two", () -> {
            made.add("Two");
            return new Outgoing.Unsaid<>("nothing to say");
        });
        assertThat(made).isEmpty();

        rpc.receive("[3,\"" + lastId() + "\",{}]");

        assertThat(made).containsExactly("Two");
    }

    @Test
    void what_need_not_be_said_is_answered_at_once_and_does_not_hold_up_the_next() {
        Future<String> unsaid = rpc.call("Silent", () -> new Outgoing.Unsaid<>("nothing to say"));
        call("Next");

        assertThat(unsaid.result()).isEqualTo("nothing to say");
        assertThat(wire.sent).hasSize(1);
    }

    @Test
    void a_call_made_by_the_answer_of_another_keeps_its_place() {
        call("One").onSuccess(done -> call("Three"));
        call("Two");

        rpc.receive("[3,\"" + lastId() + "\",{}]");
        assertThat(wire.sent.get(1)).contains("Two");
        rpc.receive("[3,\"" + lastId() + "\",{}]");

        assertThat(wire.sent.get(2)).contains("Three");
    }

    @Test
    void an_answer_that_matches_nothing_is_ignored_and_noted() {
        Future<String> call = call("One");

        rpc.receive("[3,\"no such id\",{}]");
        rpc.receive("[4,\"no such id\",\"GenericError\",\"\",{}]");

        assertThat(call.isComplete()).isFalse();
        assertThat(wire.sent).hasSize(1);
        assertThat(exchanges)
                .hasSize(2)
                .allSatisfy(seen -> assertThat(seen.notes()).containsExactly("an answer that matches no open call"));
    }

    @Test
    void an_answer_that_comes_twice_counts_once() {
        Future<String> call = call("One");
        String answer = "[3,\"" + lastId() + "\",{\"word\":\"first\"}]";

        rpc.receive(answer);
        rpc.receive(answer.replace("first", "second"));

        assertThat(call.result()).isEqualTo("first");
    }

    @Test
    void an_answer_that_breaks_a_rule_fails_the_call() {
        Future<String> call = rpc.call(
                "One",
                () -> new Outgoing.Sent<>("One", NOTHING, payload -> {
                    throw new OcppCallException(
                            RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "word: missing, required");
                }));

        rpc.receive("[3,\"" + lastId() + "\",{}]");

        assertThat(call.cause()).hasMessageContaining("word: missing");
        assertThat(exchanges.get(0).notes().get(0)).contains("word: missing");
    }

    @Test
    void an_answer_that_cannot_be_read_fails_the_call() {
        Future<String> call = call("One");

        rpc.receive("[3,\"" + lastId() + "\",[]]");

        assertThat(call.cause()).hasMessageContaining("answer: payload: array");
        assertThat(wire.sent).as("an answer is never answered").hasSize(1);
    }

    @Test
    void an_error_with_an_unknown_code_keeps_the_code_in_its_description() {
        Future<String> call = call("One");

        rpc.receive("[4,\"" + lastId() + "\",\"Whatever\",\"no\",{}]");

        assertThat(call.cause()).isInstanceOfSatisfying(OcppCallException.class, refused -> {
            assertThat(refused.code()).isEqualTo(RpcErrorCode.GENERIC_ERROR);
            assertThat(refused.description()).isEqualTo("Whatever: no");
        });
    }

    @Test
    void a_timeout_fails_one_call_and_sends_the_next() throws Exception {
        rpc = rpc(Duration.ofMillis(20));
        Future<String> first = call("One");
        call("Two");
        wire.arrived.poll(10, TimeUnit.SECONDS);

        assertThatThrownBy(() -> first.await(10, TimeUnit.SECONDS)).isInstanceOf(OcppTimeout.class);

        assertThat(wire.arrived.poll(10, TimeUnit.SECONDS)).contains("Two");
        assertThat(exchanges.get(0).failure().orElseThrow()).contains("no answer within 20 ms");
    }

    @Test
    void calls_after_the_end_fail_at_once() {
        rpc.closed("1006");

        assertThat(call("One").cause()).isInstanceOf(NotConnected.class).hasMessageContaining("station:CP-1");
    }

    @Test
    void lab_time_stands_still_while_a_call_is_open() {
        call("One");
        CompletableFuture<Void> settled = CompletableFuture.runAsync(clock::settle);
        assertThat(settled).isNotDone();

        rpc.receive("[3,\"" + lastId() + "\",{}]");

        settled.join();
    }

    // ------------------------------------------------------------------ their calls

    @Test
    void a_call_is_answered_under_its_id() {
        rpc.receive("[2,\"7\",\"Heartbeat\",{}]");

        assertThat(wire.sent).containsExactly("[3,\"7\",{}]");
        assertThat(exchanges.get(0).operation()).isEqualTo("Heartbeat");
        assertThat(exchanges.get(0).from()).isEqualTo("station:CP-1");
    }

    @Test
    void a_call_whose_id_is_being_answered_is_ignored() {
        List<String> asked = new ArrayList<>();
        Promise<ObjectNode> open = Promise.promise();
        answer = (action, payload) -> {
            asked.add(action);
            return open.future();
        };

        rpc.receive("[2,\"7\",\"Heartbeat\",{}]");
        rpc.receive("[2,\"7\",\"Heartbeat\",{}]");
        open.complete(NOTHING);

        assertThat(asked).hasSize(1);
        assertThat(wire.sent).hasSize(1);
    }

    @Test
    void a_station_that_uses_one_id_for_everything_is_served_and_noted() {
        rpc.receive("[2,\"7\",\"Heartbeat\",{}]");
        rpc.receive("[2,\"7\",\"Heartbeat\",{}]");

        assertThat(wire.sent).hasSize(2);
        assertThat(exchanges.get(1).notes()).containsExactly("has the message id of the call before");
    }

    @Test
    void a_caller_that_does_not_wait_is_served_up_to_a_limit() {
        answer = (action, payload) -> Promise.<ObjectNode>promise().future();

        for (int i = 0; i < 17; i++) {
            rpc.receive("[2,\"" + i + "\",\"Heartbeat\",{}]");
        }

        assertThat(wire.sent).hasSize(1);
        assertThat(wire.sent.get(0)).startsWith("[4,\"16\",\"GenericError\",\"16 calls are waiting");
    }

    @Test
    void a_broken_call_with_an_id_is_answered() {
        rpc.receive("[2,\"7\",\"Heartbeat\"]");

        assertThat(wire.sent)
                .containsExactly("[4,\"7\",\"ProtocolError\",\"frame: a CALL has 4 elements, here are 3\",{}]");
    }

    @Test
    void a_message_of_an_unknown_type_is_ignored_as_1_6_asks() {
        rpc.receive("[9,\"7\",\"Heartbeat\",{}]");

        assertThat(wire.sent).isEmpty();
        assertThat(exchanges.get(0).notes().get(0)).contains("message type: 9");
    }

    @Test
    void an_answer_that_comes_after_the_end_is_not_sent() {
        Promise<ObjectNode> open = Promise.promise();
        answer = (action, payload) -> open.future();
        rpc.receive("[2,\"7\",\"Heartbeat\",{}]");

        rpc.closed("1006");
        open.complete(NOTHING);

        assertThat(wire.sent).isEmpty();
        assertThat(exchanges.get(0).failure()).contains("the connection ended before the answer");
    }

    @Test
    void ten_unreadable_messages_in_a_row_are_enough() {
        for (int i = 0; i < 9; i++) {
            rpc.receive("garbage");
        }
        rpc.receive("[2,\"7\",\"Heartbeat\",{}]");
        for (int i = 0; i < 9; i++) {
            rpc.receive("garbage");
        }
        assertThat(wire.closed).isEmpty();

        rpc.receive("garbage");

        assertThat(wire.closed).containsExactly("1002 10 unreadable messages in a row");
    }

    /** A wire that keeps what is sent. */
    private static final class Paper implements Wire {
        final List<String> sent = new CopyOnWriteArrayList<>();
        final LinkedBlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        final List<String> closed = new ArrayList<>();

        @Override
        public void send(String text) {
            sent.add(text);
            arrived.add(text);
        }

        @Override
        public void close(int status, String reason) {
            closed.add(status + " " + reason);
        }

        @Override
        public void run(Runnable task) {
            task.run();
        }
    }
}
