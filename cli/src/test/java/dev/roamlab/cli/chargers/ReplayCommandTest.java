package dev.roamlab.cli.chargers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.cli.CliRun;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A charge is recorded, and played again: against the same central system, and against one that has changed its mind. */
class ReplayCommandTest {
    private final Vertx vertx = Vertx.vertx();
    private volatile String verdict = "Accepted";
    private String url = "";

    @TempDir
    Path dir;

    @BeforeEach
    void start() throws Exception {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setWebSocketSubProtocols(List.of("ocpp1.6")))
                .webSocketHandler(socket -> socket.textMessageHandler(text -> {
                    JsonNode frame = json(text);
                    if (frame.path(0).asInt() == 2) {
                        socket.writeTextMessage("[3,\"" + frame.path(1).asText() + "\","
                                + answer(frame.path(2).asText()) + "]");
                    }
                }))
                .listen(0, "127.0.0.1")
                .await(10, TimeUnit.SECONDS);
        url = "ws://127.0.0.1:" + server.actualPort() + "/ocpp";
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private String answer(String action) {
        String info = "\"idTagInfo\":{\"status\":\"" + verdict + "\"}";
        return switch (action) {
            case "BootNotification" ->
                "{\"currentTime\":\"2026-01-01T00:00:00Z\",\"interval\":300,\"status\":\"Accepted\"}";
            case "Authorize" -> "{" + info + "}";
            case "StartTransaction" -> "{\"transactionId\":5," + info + "}";
            case "Heartbeat" -> "{\"currentTime\":\"2026-01-01T00:00:00Z\"}";
            default -> "{}";
        };
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (java.io.IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path recorded() {
        Path trace = dir.resolve("trace.jsonl");
        CliRun run = CliRun.of(
                "chargers",
                "start",
                "--csms",
                url,
                "--behaviour",
                "single-session",
                "--speed",
                "max",
                "--exit-when-done",
                "--trace",
                trace.toString());
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return trace;
    }

    @Test
    void a_recorded_charge_goes_as_recorded_until_the_csms_changes_its_mind() throws Exception {
        Path trace = recorded();
        assertThat(Files.readString(trace)).contains("StartTransaction", "StopTransaction");

        CliRun same = CliRun.of("chargers", "replay", trace.toString(), "--csms", url);
        verdict = "Blocked";
        CliRun changed = CliRun.of("chargers", "replay", trace.toString(), "--csms", url);

        assertThat(same.exit()).as(same.out() + same.err()).isZero();
        assertThat(same.out()).contains("no differences: 1 charger, ");
        assertThat(changed.exit()).isOne();
        assertThat(changed.out()).contains("Authorize: idTagInfo.status: recorded Accepted, now Blocked");
    }

    /** Every start of a transaction is edited on its way; the recording shows what crossed the wire. */
    @Test
    void rules_in_a_file_interfere() throws Exception {
        Path rules = Files.writeString(
                dir.resolve("rules.yaml"),
                "- id: late\n  action: StartTransaction\n  kind: call\n  edit:\n    - {at: /meterStart, to: 4711}\n");
        Path trace = dir.resolve("edited.jsonl");

        CliRun run = CliRun.of(
                "chargers",
                "start",
                "--csms",
                url,
                "--behaviour",
                "single-session",
                "--speed",
                "max",
                "--exit-when-done",
                "--intercept",
                rules.toString(),
                "--trace",
                trace.toString());
        CliRun wrong =
                CliRun.with(Map.of(), "[{\"id\":\"a\"}]", "chargers", "start", "--csms", url, "--intercept", "-");

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(Files.readString(trace)).contains("\\\"meterStart\\\":4711");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("--intercept: standard input: $[0]: nothing to do, must have exactly one of");
    }

    @Test
    void mistakes_are_named() throws Exception {
        Path empty = Files.createFile(dir.resolve("empty.jsonl"));
        Path other = Files.writeString(dir.resolve("other.jsonl"), "{\"a\":1}\n");

        CliRun nothing = CliRun.of("chargers", "replay", empty.toString(), "--csms", url);
        CliRun foreign = CliRun.of("chargers", "replay", other.toString(), "--csms", url);
        CliRun http = CliRun.of("chargers", "replay", other.toString(), "--csms", "http://localhost");

        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("empty.jsonl is empty", "chargers start --trace");
        assertThat(foreign.exit()).isEqualTo(2);
        assertThat(foreign.err()).contains("other.jsonl:1: event: missing");
        assertThat(http.exit()).isEqualTo(2);
    }

    @Test
    void who_cannot_be_reached_is_told() throws Exception {
        Path trace = Files.writeString(
                dir.resolve("t.jsonl"),
                "{\"lab\":\"2026-01-01T00:00:00Z\",\"wall\":\"2026-01-01T00:00:00Z\",\"station\":\"CP-1\","
                        + "\"event\":\"open\",\"version\":\"1.6\",\"text\":\"\"}\n");

        CliRun run = CliRun.of("chargers", "replay", trace.toString(), "--csms", "ws://127.0.0.1:1/ocpp");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("CP-1: ws://127.0.0.1:1/ocpp/CP-1");
    }
}
