package dev.roamlab.conformance.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.roamlab.conformance.subject.Sut.TriggerSettings;
import dev.roamlab.conformance.subject.Sut.TriggerSettings.Way;
import dev.roamlab.conformance.trigger.Operator.Answer;
import dev.roamlab.conformance.trigger.Operator.Answer.Kind;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SutTriggersTest {
    private static final Map<String, String> PARAMS = Map.of("session_id", "S'1\"");

    @Test
    void a_trigger_without_a_way_is_unavailable_with_the_place_to_add_one() {
        SutTriggers none = new SutTriggers(TriggerSettings.NONE, "r", Optional.empty());

        assertThat(none.has("plug-in")).isFalse();
        unavailable(() -> none.pull("plug-in", Map.of()), "no way to pull trigger plug-in; add a webhook, a command");
    }

    @Test
    void the_default_stands_for_all_that_are_not_named() {
        SutTriggers triggers = new SutTriggers(
                new TriggerSettings(Map.of(
                        "default",
                        command("echo '{\"by\": \"default\"}'", 20),
                        "unplug",
                        new Way(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofSeconds(1)))),
                "r",
                Optional.empty());

        assertThat(triggers.pull("plug-in", Map.of()).path("by").asText()).isEqualTo("default");
        assertThat(triggers.has("plug-in")).isTrue();
        assertThat(triggers.has("unplug")).isFalse();
        unavailable(() -> triggers.pull("unplug", Map.of()), "the SUT file says that it is not available");
    }

    @Nested
    class Webhooks {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

        @Test
        void get_the_trigger_as_json_and_their_facts_come_back() throws Exception {
            HttpServer server = server(200, "{\"location_id\": \"L1\"}");
            try {
                var facts = webhook(url(server), 10).pull("stop-session", PARAMS);

                assertThat(facts.path("location_id").asText()).isEqualTo("L1");
                assertThat(new JsonMapper().readTree(received.take()))
                        .isEqualTo(new JsonMapper()
                                .readTree("{\"run\": \"run-7\", \"trigger\": \"stop-session\","
                                        + " \"params\": {\"session_id\": \"S'1\\\"\"}}"));
            } finally {
                server.stop(0);
            }
        }

        @ParameterizedTest
        @CsvSource({"204,''", "200,OK!", "200,'[1]'"})
        void need_not_tell_facts(int status, String body) throws Exception {
            HttpServer server = server(status, body);
            try {
                assertThat(webhook(url(server), 10).pull("stop-session", PARAMS))
                        .isEmpty();
            } finally {
                server.stop(0);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "501,no crane,says that it cannot do that (HTTP 501): no crane",
            "404,'',says that it cannot do that (HTTP 404)",
            "500,oops,failed with HTTP 500: oops",
            "302,'',failed with HTTP 302"
        })
        void that_refuse_make_the_trigger_unavailable(int status, String body, String reason) throws Exception {
            HttpServer server = server(status, body);
            try {
                unavailable(() -> webhook(url(server), 10).pull("stop-session", PARAMS), reason);
            } finally {
                server.stop(0);
            }
        }

        @Test
        void that_are_silent_are_waited_for_no_longer_than_told() throws Exception {
            var answered = new CountDownLatch(1);
            HttpServer server = server(exchange -> awaitQuietly(answered));
            try {
                unavailable(
                        () -> triggers(new Way(
                                        Optional.of(url(server)),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Duration.ofMillis(200)))
                                .pull("stop-session", PARAMS),
                        "gave no answer within 200 ms");
            } finally {
                answered.countDown();
                server.stop(0);
            }
        }

        @Test
        void that_are_not_there_are_told_so() throws Exception {
            HttpServer server = server(200, "");
            URI gone = url(server);
            server.stop(0);

            unavailable(() -> webhook(gone, 10).pull("stop-session", PARAMS), "cannot be reached; is it running?");
        }

        @Test
        void keep_their_password_out_of_messages_and_in_the_header() throws Exception {
            var authorization = new CompletableFuture<String>();
            HttpServer server = server(exchange -> {
                authorization.complete(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(500, -1);
            });
            try {
                URI secret = URI.create(url(server).toString().replace("//", "//me:pass@"));

                assertThatExceptionOfType(TriggerUnavailable.class)
                        .isThrownBy(() -> webhook(secret, 10).pull("stop-session", PARAMS))
                        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("pass"));
                assertThat(authorization.get()).isEqualTo("Basic bWU6cGFzcw==");
            } finally {
                server.stop(0);
            }
        }

        private HttpServer server(int status, String body) throws IOException {
            return server(exchange -> {
                received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            });
        }

        private HttpServer server(com.sun.net.httpserver.HttpHandler handler) throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    handler.handle(exchange);
                }
            });
            server.start();
            return server;
        }

        private static URI url(HttpServer server) {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/t");
        }
    }

    @Nested
    class Commands {
        @TempDir
        Path folder;

        @Test
        void get_json_on_standard_input_and_their_facts_come_from_standard_output() throws Exception {
            Path copy = folder.resolve("in.json");

            var facts = command("cat > " + copy + "; echo \"{\\\"uid\\\": \\\"$ROAMLAB_TRIGGER\\\"}\"")
                    .pull("stop-session", PARAMS);

            assertThat(facts.path("uid").asText()).isEqualTo("stop-session");
            assertThat(new JsonMapper()
                            .readTree(Files.readString(copy))
                            .at("/params/session_id")
                            .asText())
                    .isEqualTo("S'1\"");
        }

        @ParameterizedTest
        @CsvSource({
            "echo no crane >&2; exit 3,says that it cannot do that (exit code 3): no crane",
            "exit 1,failed with exit code 1",
            "no-such-program-here,failed with exit code 127"
        })
        void that_fail_make_the_trigger_unavailable(String line, String reason) {
            unavailable(() -> command(line).pull("stop-session", PARAMS), reason);
        }

        @Test
        void need_not_read_and_may_say_a_lot() {
            assertThat(command("seq 1 200000").pull("stop-session", PARAMS)).isEmpty();
        }

        @Test
        void that_leave_a_program_behind_do_not_keep_us_waiting() throws Exception {
            Path pid = folder.resolve("pid");

            assertThat(command("sleep 300 & echo $! > " + pid).pull("stop-session", PARAMS))
                    .isEmpty();

            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
        }

        @Test
        void that_take_too_long_are_killed_with_all_their_children() throws Exception {
            Path pid = folder.resolve("pid");
            SutTriggers triggers = triggers(new Way(
                    Optional.empty(),
                    Optional.of("sh -c 'echo $$ > " + pid + "; sleep 300; true'; true"),
                    Optional.empty(),
                    Duration.ofSeconds(1)));

            unavailable(() -> triggers.pull("stop-session", PARAMS), "did not end within 1000 ms and was killed");

            Optional<ProcessHandle> child =
                    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
            if (child.isPresent()) {
                child.get().onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Nested
    class Prompts {
        private final List<String> asked = new ArrayList<>();

        @Test
        void tell_a_person_what_to_do_with_the_ids_filled_in() {
            prompt("true", Kind.DONE, "").pull("stop-session", Map.of("session_id", "S1"));

            assertThat(asked)
                    .containsExactly(
                            "stop-session|Stop the charge of session S1 at the station, and take the cable out.");
        }

        @Test
        void use_the_operators_own_words_and_still_name_the_ids() {
            prompt("Call Bob.", Kind.DONE, "").pull("stop-session", Map.of("session_id", "S1"));

            assertThat(asked).singleElement().asString().contains("|Call Bob. (Stop the charge of session S1");
        }

        @Test
        void take_an_answer_where_one_is_needed() {
            assertThat(prompt("true", Kind.DONE, " abc ")
                            .pull("invite", Map.of())
                            .path("token")
                            .asText())
                    .isEqualTo("abc");
        }

        @Test
        void that_are_skipped_or_overslept_make_the_trigger_unavailable() {
            unavailable(() -> prompt("true", Kind.SKIPPED, "").pull("unplug", Map.of()), "the operator skipped it");
            unavailable(
                    () -> prompt("true", Kind.TOO_LATE, "").pull("unplug", Map.of()),
                    "nobody said within 20 s that it was");
        }

        @Test
        void are_not_repeated_for_who_does_not_want_them() {
            SutTriggers never = prompt("true", Kind.NEVER, "");

            unavailable(() -> never.pull("unplug", Map.of()), "skipped it for the whole run");
            unavailable(() -> never.pull("unplug", Map.of()), "skipped it for the whole run");
            unavailable(() -> never.pull("plug-in", Map.of()), "skipped it for the whole run");

            assertThat(asked).hasSize(2);
        }

        @Test
        void end_when_nobody_answers_any_more() {
            SutTriggers away = prompt("true", Kind.TOO_LATE, "");

            unavailable(() -> away.pull("unplug", Map.of()), "nobody said within 20 s");
            unavailable(() -> away.pull("plug-in", Map.of()), "nobody said within 20 s");
            unavailable(() -> away.pull("unplug", Map.of()), "nobody answered the last 2 prompts");

            assertThat(asked).hasSize(2);
        }

        @Test
        void with_nobody_there_say_how_else_it_can_be_done() {
            SutTriggers unattended = new SutTriggers(settings(prompt("true")), "r", Optional.empty());

            assertThat(unattended.has("unplug")).isFalse();
            unavailable(() -> unattended.pull("unplug", Map.of()), "give it a webhook or a command in the SUT file");
        }

        @ParameterizedTest
        @CsvSource({"YES,true", "NO,false"})
        void of_the_kind_attest_take_a_verdict_and_put_no_question_twice(Kind kind, boolean holds) {
            SutTriggers triggers = judge(kind);
            Map<String, String> question = Map.of("requirement", "LOC-010", "question", "Is it gone?");

            triggers.pull("attest", question);

            assertThat(triggers.pull("attest", question).path("holds").asBoolean(!holds))
                    .isEqualTo(holds);
            assertThat(asked).containsExactly("LOC-010|LOC-010: Is it gone?");
        }

        @Test
        void that_nobody_can_judge_make_the_trigger_unavailable() {
            Map<String, String> question = Map.of("requirement", "LOC-010", "question", "Is it gone?");

            unavailable(() -> judge(Kind.SKIPPED).pull("attest", question), "the operator cannot say");
            unavailable(() -> judge(Kind.TOO_LATE).pull("attest", question), "nobody said within 20 s");
            unavailable(() -> prompt("true", Kind.DONE, "").pull("attest", question), "the operator cannot say");
        }

        private SutTriggers judge(Kind kind) {
            Operator operator = new Operator() {
                @Override
                public Answer ask(String trigger, String words, Optional<String> wanted, Duration patience) {
                    throw new AssertionError("nothing is to be done for " + trigger);
                }

                @Override
                public Answer attest(String requirement, String question, Duration patience) {
                    asked.add(requirement + "|" + question);
                    return new Answer(kind, "");
                }
            };
            return new SutTriggers(settings(prompt("true")), "r", Optional.of(operator));
        }

        @Test
        void come_one_after_the_other_however_many_are_pulled_at_once() throws Exception {
            var open = new AtomicInteger();
            var most = new AtomicInteger();
            Operator operator = (trigger, instruction, question, patience) -> {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
                Thread.yield();
                open.decrementAndGet();
                return new Answer(Kind.DONE, "");
            };
            SutTriggers triggers = new SutTriggers(settings(prompt("true")), "r", Optional.of(operator));
            ExecutorService checks = Executors.newFixedThreadPool(8);
            try {
                List<Callable<JsonNode>> pulls = Collections.nCopies(200, () -> triggers.pull("unplug", Map.of()));
                for (Future<JsonNode> pull : checks.invokeAll(pulls)) {
                    assertThat(pull.get()).isEmpty();
                }
            } finally {
                checks.shutdownNow();
            }

            assertThat(most).hasValue(1);
        }

        private SutTriggers prompt(String words, Kind kind, String text) {
            Operator operator = (trigger, instruction, question, patience) -> {
                asked.add(trigger + "|" + instruction);
                return new Answer(kind, text);
            };
            return new SutTriggers(settings(prompt(words)), "r", Optional.of(operator));
        }

        private static Way prompt(String words) {
            return new Way(Optional.empty(), Optional.empty(), Optional.of(words), Duration.ofSeconds(20));
        }
    }

    private static SutTriggers webhook(URI url, int seconds) {
        return triggers(new Way(Optional.of(url), Optional.empty(), Optional.empty(), Duration.ofSeconds(seconds)));
    }

    private static SutTriggers command(String line) {
        return triggers(command(line, 20));
    }

    private static Way command(String line, int seconds) {
        return new Way(Optional.empty(), Optional.of(line), Optional.empty(), Duration.ofSeconds(seconds));
    }

    private static SutTriggers triggers(Way way) {
        return new SutTriggers(settings(way), "run-7", Optional.empty());
    }

    private static TriggerSettings settings(Way way) {
        return new TriggerSettings(Map.of("default", way));
    }

    private static void unavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable pull, String reason) {
        assertThatExceptionOfType(TriggerUnavailable.class).isThrownBy(pull).withMessageContaining(reason);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
