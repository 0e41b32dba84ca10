package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.tester.ResponseUrl;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A real Session at the CPO under test, of a driver of ours with a token of its own. */
final class Drive implements AutoCloseable {
    private final Probe probe;
    private final Place place;
    private final ObjectNode token;
    private final int begin;
    private final Instant since = Instant.now().minusSeconds(60);
    private volatile Optional<String> sessionId = Optional.empty();
    private Optional<String> reservationId = Optional.empty();
    private boolean stopped;

    private Drive(Probe probe, Place place, ObjectNode token) {
        this.probe = probe;
        this.place = place;
        this.token = token;
        this.begin = probe.evidence().mark();
    }

    /** Takes a connector, and makes a token known to the CPO; nothing begins yet. */
    static Drive prepared(Probe probe, String whitelist, Predicate<Startable> where) {
        ObjectNode token =
                Forms.in(probe.version(), probe.platform().samples().tokens().of("RFID", whitelist, true));
        probe.platform().owned("tokens").put(token);
        WireExchange pushed = push(probe, token);
        if (!pushed.accepted()) {
            throw probe.skip("a token could not be pushed: " + pushed.outcome());
        }
        return new Drive(probe, probe.takePlace(where), token);
    }

    private static WireExchange push(Probe probe, ObjectNode token) {
        return probe.put(probe.endpoint("tokens", Side.RECEIVER), token)
                .path(
                        probe.us().countryCode(),
                        probe.us().partyId(),
                        token.path("uid").asText())
                .query("type", "RFID")
                .attempt();
    }

    ObjectNode token() {
        return token;
    }

    String uid() {
        return token.path("uid").asText();
    }

    Startable at() {
        return place.at();
    }

    /** A card held before the reader, with a cable plugged in. */
    void byCard() {
        probe.trigger("start-session", places(Map.of("token_uid", uid())));
    }

    void plugIn() {
        probe.trigger("plug-in", places(Map.of()));
    }

    /** START_SESSION; whether it was accepted. */
    WireExchange command(String reference) {
        ObjectNode command = probe.platform()
                .samples()
                .commands()
                .start(
                        probe.version(),
                        probe.platform().expectCommandResult(probe.version()).url(),
                        token,
                        at().locationId(),
                        Optional.of(at().evseUid()),
                        Optional.of(at().connectorId()))
                .put("authorization_reference", reference);
        return send("START_SESSION", command);
    }

    /** RESERVE_NOW, with its result awaited; the reference that was given. */
    String reserve() {
        ResponseUrl result = probe.platform().expectCommandResult(probe.version());
        ObjectNode command = probe.platform()
                .samples()
                .commands()
                .reserve(probe.version(), result.url(), token, at().locationId(), Optional.of(at().evseUid()));
        WireExchange answer = send("RESERVE_NOW", command);
        if (!isAccepted(answer)) {
            throw probe.inconclusive("RESERVE_NOW was not accepted: " + answer.outcome() + " " + answer.data());
        }
        reservationId = Optional.of(command.path("reservation_id").asText());
        boolean kept = result.await(probe.sut().timings().reaction())
                .filter(told ->
                        told.requestBody().json().path("result").asText().equals("ACCEPTED"))
                .isPresent();
        if (!kept) {
            throw probe.inconclusive("the station did not accept the reservation");
        }
        return command.path("authorization_reference").asText();
    }

    /** CANCEL_RESERVATION. */
    void cancel() {
        reservationId.ifPresent(id -> send(
                "CANCEL_RESERVATION",
                probe.platform()
                        .samples()
                        .commands()
                        .cancel(
                                probe.platform()
                                        .expectCommandResult(probe.version())
                                        .url(),
                                id)));
        reservationId = Optional.empty();
    }

    private WireExchange send(String name, ObjectNode body) {
        return probe.post(probe.endpoint("commands", Side.RECEIVER), body)
                .path(name)
                .send();
    }

    static boolean isAccepted(WireExchange command) {
        return command.accepted() && command.data().path("result").asText().equals("ACCEPTED");
    }

    /** The first push about a session of this driver. */
    Optional<WireExchange> firstPush(Duration atMost) {
        Optional<WireExchange> first = probe.await(begin, this::isOurs, atMost);
        first.map(push -> push.requestBody().json().path("id").asText(""))
                .filter(id -> !id.isEmpty())
                .ifPresent(id -> sessionId = Optional.of(id));
        return first;
    }

    /** Whether a push is about this driver; one that does not name its token is known by its place. */
    private boolean isOurs(WireExchange call) {
        JsonNode body = call.requestBody().json();
        String driver = body.at("/cdr_token/uid").asText("");
        boolean here = body.path("location_id").asText().equalsIgnoreCase(at().locationId())
                && body.path("evse_uid").asText().equalsIgnoreCase(at().evseUid());
        return Traffic.isAt(probe, call, Side.RECEIVER) && (driver.isEmpty() ? here : driver.equalsIgnoreCase(uid()));
    }

    /** Waits until a push says so of this session. */
    Optional<View> pushed(Predicate<View> condition, Duration atMost) {
        View[] found = new View[1];
        probe.eventually(atMost, () -> {
            if (sessionId.isEmpty()) {
                firstPush(Duration.ZERO);
            }
            found[0] = sessionId
                    .flatMap(id -> Traffic.of(probe).of(id).stream()
                            .filter(view -> view.pushed() && condition.test(view))
                            .findFirst())
                    .orElse(null);
            return found[0] != null;
        });
        return Optional.ofNullable(found[0]);
    }

    /** The session, once it is told to be ACTIVE; by push, or else in the list. */
    JsonNode active() {
        Optional<View> told =
                pushed(view -> view.is("ACTIVE"), probe.sut().timings().reaction());
        return told.map(View::whole)
                .or(() -> listed().filter(
                                session -> session.path("status").asText().equals("ACTIVE")))
                .orElseThrow(
                        () -> probe.inconclusive("no ACTIVE Session of token " + uid() + " was told after the start"));
    }

    /** The session as it is in the CPO's list. */
    Optional<JsonNode> listed() {
        if (!probe.offers("sessions", Side.SENDER)) {
            return Optional.empty();
        }
        Optional<JsonNode> found = new SessionLists(probe)
                .since(Moment.text(since)).objects().stream()
                        .filter(session -> sessionId
                                .map(id -> session.path("id").asText().equalsIgnoreCase(id))
                                .orElseGet(() ->
                                        session.at("/cdr_token/uid").asText().equalsIgnoreCase(uid())))
                        .findFirst();
        found.ifPresent(session -> sessionId = Optional.of(session.path("id").asText()));
        return found;
    }

    String id() {
        return sessionId.orElseThrow(() -> probe.inconclusive("no Session of token " + uid() + " was told"));
    }

    /** Whether the path of a push names this session. */
    boolean isNamed(java.util.List<String> rest) {
        return rest.size() > 2
                && sessionId.filter(id -> id.equalsIgnoreCase(rest.get(2))).isPresent();
    }

    /** The operator ends it. */
    void stop() {
        if (!stopped) {
            stopped = true;
            probe.trigger("stop-session", Map.of("session_id", id()));
        }
    }

    private Map<String, String> places(Map<String, String> more) {
        Map<String, String> params = new HashMap<>(more);
        params.put("location_id", at().locationId());
        params.put("evse_uid", at().evseUid());
        params.put("connector_id", at().connectorId());
        return params;
    }

    /** Ends what still goes on, takes the token out of use, and gives the connector back. */
    @Override
    public void close() {
        try {
            if (sessionId.isPresent() && !isOver()) {
                if (reservationId.isPresent()
                        && Traffic.of(probe).of(id()).stream().noneMatch(view -> view.is("ACTIVE"))) {
                    cancel();
                } else {
                    stop();
                }
            } else {
                cancel();
            }
            token.put("valid", false).put("last_updated", Moment.text(Instant.now()));
            probe.platform().owned("tokens").put(token);
            push(probe, token);
        } finally {
            place.close();
        }
    }

    private boolean isOver() {
        return Traffic.of(probe).of(id()).stream().anyMatch(view -> view.is("COMPLETED") || view.is("INVALID"));
    }
}
