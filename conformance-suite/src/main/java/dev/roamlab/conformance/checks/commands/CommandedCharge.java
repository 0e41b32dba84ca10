package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.tester.ResponseUrl;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A charge that a command of ours starts, at a connector that the check holds. Closing it ends what goes on. */
final class CommandedCharge implements AutoCloseable {
    private final Probe probe;
    private final Startable at;
    private final ObjectNode token;
    private final int mark;
    private boolean plugged;
    private Command start;
    private Optional<JsonNode> session = Optional.empty();
    private boolean stopped;

    private CommandedCharge(Probe probe, Startable at, ObjectNode token) {
        this.probe = probe;
        this.at = at;
        this.token = token;
        this.mark = probe.evidence().mark();
    }

    /** A car is plugged in, where that can be had, and START_SESSION is sent. */
    static CommandedCharge plugged(Probe probe, Place place, ObjectNode token) {
        CommandedCharge charge = new CommandedCharge(probe, place.at(), token);
        charge.plugIn();
        charge.send();
        return charge;
    }

    /** START_SESSION is sent, and nobody plugs in. */
    static CommandedCharge unplugged(Probe probe, Place place, ObjectNode token) {
        CommandedCharge charge = new CommandedCharge(probe, place.at(), token);
        charge.send();
        return charge;
    }

    private void plugIn() {
        if (probe.canTrigger("plug-in")) {
            probe.trigger("plug-in", place());
            plugged = true;
        }
    }

    private Map<String, String> place() {
        return Map.of("location_id", at.locationId(), "evse_uid", at.evseUid(), "connector_id", at.connectorId());
    }

    private void send() {
        ResponseUrl url = CommandsReceiverCheck.url(probe);
        ObjectNode body = CommandsReceiverCheck.samples(probe)
                .start(
                        probe.version(),
                        url.url(),
                        token,
                        at.locationId(),
                        Optional.of(at.evseUid()),
                        Optional.of(at.connectorId()));
        start = Command.send(probe, "START_SESSION", url, body);
    }

    Command start() {
        return start;
    }

    ObjectNode token() {
        return token;
    }

    /** The reference that the command gave. */
    String reference() {
        return start.body().path("authorization_reference").asText();
    }

    /** The running Session, once it is pushed, or else is in the list. */
    Optional<JsonNode> session() {
        if (session.isEmpty()) {
            session = pushed(found -> found.path("status").asText().equals("ACTIVE"))
                    .map(call -> call.requestBody().json());
            if (session.isEmpty() && probe.offers("sessions", Side.SENDER)) {
                session = probe.crawl(probe.list("sessions")).objects().stream()
                        .filter(this::isOurs)
                        .findFirst();
            }
        }
        return session;
    }

    /** The first push of our Session for which this holds. */
    Optional<WireExchange> pushed(Predicate<JsonNode> condition) {
        return probe.await(
                mark,
                call -> call.method().equals("PUT")
                        && isAt(call, "sessions")
                        && isOurs(call.requestBody().json())
                        && condition.test(call.requestBody().json()),
                probe.sut().timings().reaction());
    }

    /** The Session once it is COMPLETED: pushed, whole or in part, or else in the list. */
    Optional<JsonNode> completed() {
        String id = session().orElseThrow().path("id").asText();
        Optional<JsonNode> push = probe.await(
                        mark,
                        call -> isAt(call, "sessions")
                                && call.target().orElseThrow().rest().stream().anyMatch(id::equalsIgnoreCase)
                                && isCompleted(call.requestBody().json()),
                        probe.sut().timings().reaction())
                .map(call -> call.requestBody().json());
        if (push.filter(object -> object.hasNonNull("end_date_time")).isPresent()
                || !probe.offers("sessions", Side.SENDER)) {
            return push;
        }
        return probe.crawl(probe.list("sessions")).objects().stream()
                .filter(object -> object.path("id").asText().equalsIgnoreCase(id) && isCompleted(object))
                .findFirst()
                .or(() -> push);
    }

    private static boolean isCompleted(JsonNode session) {
        return session.path("status").asText().equals("COMPLETED");
    }

    /** The CDR, once it is posted. */
    Optional<WireExchange> cdr() {
        return probe.await(
                mark,
                call -> call.method().equals("POST")
                        && isAt(call, "cdrs")
                        && isOurs(call.requestBody().json()),
                probe.sut().timings().session());
    }

    /** Whether the eMSP was asked about the token since the start. */
    Optional<WireExchange> asked() {
        return probe
                .evidence()
                .received(call -> call.method().equals("POST")
                        && call.target()
                                .filter(target -> target.is("tokens", Side.SENDER)
                                        && !target.rest().isEmpty()
                                        && target.rest().get(0).equalsIgnoreCase(uid()))
                                .isPresent())
                .stream()
                .findFirst();
    }

    private static boolean isAt(WireExchange call, String module) {
        return call.target().filter(target -> target.is(module, Side.RECEIVER)).isPresent();
    }

    private boolean isOurs(JsonNode object) {
        return object.at("/cdr_token/uid").asText().equalsIgnoreCase(uid());
    }

    private String uid() {
        return token.path("uid").asText();
    }

    /** STOP_SESSION, with its result sent to an address with a query. */
    Command stop() {
        stopped = true;
        String id = session().orElseThrow().path("id").asText();
        ResponseUrl url = probe.platform().expectCommandResult(probe.version(), "id=1&x=a%2Fb");
        return Command.send(
                probe, "STOP_SESSION", url, CommandsReceiverCheck.samples(probe).stop(url.url(), id));
    }

    @Override
    public void close() {
        try {
            // A start that still waits for its cable would take the next one that comes.
            if (start != null && start.accepted() && !plugged && session.isEmpty() && pendingStart()) {
                plugIn();
            }
            if (start != null && start.accepted() && !stopped && session().isPresent()) {
                stop().result();
            }
        } finally {
            if (plugged && probe.canTrigger("unplug")) {
                probe.trigger("unplug", place());
            }
        }
    }

    private boolean pendingStart() {
        return start.resultText().equals(Command.ACCEPTED);
    }
}
