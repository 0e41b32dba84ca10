package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.ResponseUrl;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A command that we sent to the CPO under test, and its direct answer. */
record Command(Probe probe, ResponseUrl url, ObjectNode body, WireExchange answer) {
    static final String ACCEPTED = "ACCEPTED";
    private static final int NOT_IMPLEMENTED = 501;
    /** How long the result may be late before it counts as none. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** Sends a command whose body names this address. */
    static Command send(Probe probe, String name, ResponseUrl url, ObjectNode body) {
        return sendAs(probe.platform(), probe, name, url, body);
    }

    /** The same by another platform of ours. */
    static Command sendAs(Platform caller, Probe probe, String name, ResponseUrl url, ObjectNode body) {
        WireExchange answer = probe.callAs(caller, "POST", probe.endpoint("commands", Side.RECEIVER))
                .path(name)
                .body(body)
                .once()
                .send();
        return new Command(probe, url, body, answer);
    }

    /** The result in the direct answer; empty text when there is none. */
    String response() {
        return answer.data().path("result").asText("");
    }

    boolean accepted() {
        return answer.accepted() && response().equals(ACCEPTED);
    }

    /** Refused in any way that OCPI or HTTP knows. */
    boolean refused() {
        return answer.refused()
                || answer.status() == NOT_IMPLEMENTED
                || answer.accepted() && !response().isEmpty() && !response().equals(ACCEPTED);
    }

    boolean has(int ocpiStatus) {
        return answer.ocpiStatus().filter(code -> code == ocpiStatus).isPresent();
    }

    Duration timeout() {
        return Duration.ofSeconds(answer.data().path("timeout").asInt(0));
    }

    /** How long we wait for the result: past its timeout, but no longer than the operator lets a charge take. */
    Duration patience() {
        Duration most = probe.sut().timings().session();
        Duration wanted = timeout().plus(GRACE);
        return wanted.compareTo(most) < 0 ? wanted : most;
    }

    /** The first result, once it has come. */
    Optional<WireExchange> result() {
        return url.await(patience());
    }

    /** What the first result says; empty text when none comes. */
    String resultText() {
        return result().map(Command::text).orElse("");
    }

    /** What a request to a response_url says. */
    static String text(WireExchange callback) {
        return callback.requestBody().json().path("result").asText("");
    }

    List<WireExchange> results() {
        return url.results();
    }

    /** Answer and data, for messages. */
    String told() {
        JsonNode data = answer.data();
        return answer.outcome() + (data.isMissingNode() ? "" : " " + data);
    }
}
