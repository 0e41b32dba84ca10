package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.tester.ResponseUrl;
import dev.roamlab.conformance.tester.TokenSamples;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A real charge at the CPO under test, of a driver of ours, from its start to its CDR. */
final class Charge implements AutoCloseable {
    private final Probe probe;
    private final Place place;
    private final ObjectNode token;
    private Optional<String> sessionId = Optional.empty();
    private Optional<String> reservationId = Optional.empty();
    private boolean stopped;

    private Charge(Probe probe, Place place, ObjectNode token) {
        this.probe = probe;
        this.place = place;
        this.token = token;
    }

    /** Takes a connector, and makes a token known to the CPO; nothing begins yet. */
    static Charge prepared(Probe probe, String whitelist) {
        ObjectNode token =
                Forms.in(probe.version(), probe.platform().samples().tokens().of("RFID", whitelist, true));
        probe.platform().owned("tokens").put(token);
        WireExchange pushed = probe.put(probe.endpoint("tokens", Side.RECEIVER), token)
                .path(
                        probe.us().countryCode(),
                        probe.us().partyId(),
                        token.path("uid").asText())
                .query("type", "RFID")
                .send();
        if (!pushed.accepted()) {
            throw probe.skip("a token could not be pushed: " + pushed.outcome());
        }
        return new Charge(probe, probe.takePlace(), token);
    }

    ObjectNode token() {
        return token;
    }

    Startable at() {
        return place.at();
    }

    /** A card held before the reader. */
    Charge byCard() {
        int mark = probe.evidence().mark();
        probe.trigger(
                "start-session", places(Map.of("token_uid", token.path("uid").asText())));
        awaitSession(mark);
        return this;
    }

    /** START_SESSION with this reference. */
    Charge byCommand(String reference) {
        int mark = probe.evidence().mark();
        ResponseUrl result = probe.platform().expectCommandResult(probe.version());
        if (probe.canTrigger("plug-in")) {
            probe.trigger("plug-in", places(Map.of()));
        }
        ObjectNode command = probe.platform()
                .samples()
                .commands()
                .start(
                        probe.version(),
                        result.url(),
                        token,
                        at().locationId(),
                        Optional.of(at().evseUid()),
                        Optional.of(at().connectorId()))
                .put("authorization_reference", reference);
        command("START_SESSION", command);
        awaitSession(mark);
        return this;
    }

    /** RESERVE_NOW with this reference. */
    Charge reserved(String reference) {
        ResponseUrl result = probe.platform().expectCommandResult(probe.version());
        ObjectNode command = probe.platform()
                .samples()
                .commands()
                .reserve(probe.version(), result.url(), token, at().locationId(), Optional.of(at().evseUid()))
                .put("authorization_reference", reference);
        command("RESERVE_NOW", command);
        reservationId = Optional.of(command.path("reservation_id").asText());
        Optional<WireExchange> told = result.await(probe.sut().timings().reaction());
        boolean accepted = told.filter(answer ->
                        answer.requestBody().json().path("result").asText().equals("ACCEPTED"))
                .isPresent();
        if (!accepted) {
            throw probe.inconclusive("the reservation was not accepted by the station");
        }
        return this;
    }

    private void command(String name, ObjectNode body) {
        WireExchange answer = probe.post(probe.endpoint("commands", Side.RECEIVER), body)
                .path(name)
                .send();
        if (!answer.accepted() || !answer.data().path("result").asText().equals("ACCEPTED")) {
            throw probe.inconclusive(name + " was not accepted: " + answer.outcome() + " " + answer.data());
        }
    }

    private void awaitSession(int mark) {
        String uid = token.path("uid").asText();
        sessionId = probe.await(
                        mark,
                        call -> activates(call, uid),
                        probe.sut().timings().reaction())
                .map(Charge::sessionOf);
        if (sessionId.isEmpty()) {
            throw probe.inconclusive("no ACTIVE Session of token " + uid + " was pushed after the start");
        }
    }

    /** A Session that began as a reservation may become ACTIVE with a PATCH, which does not name its token. */
    private boolean activates(WireExchange call, String uid) {
        JsonNode session = call.requestBody().json();
        if (!isSession(call) || !session.path("status").asText().equals("ACTIVE")) {
            return false;
        }
        return isOurs(session, uid)
                || call.method().equals("PATCH")
                        && !probe.evidence()
                                .received(other -> isSession(other)
                                        && isOurs(other.requestBody().json(), uid)
                                        && sessionOf(other).equalsIgnoreCase(sessionOf(call)))
                                .isEmpty();
    }

    private static boolean isSession(WireExchange call) {
        return call.target()
                .filter(target ->
                        target.is("sessions", Side.RECEIVER) && target.rest().size() == 3)
                .isPresent();
    }

    private static String sessionOf(WireExchange call) {
        return call.target().orElseThrow().rest().get(2);
    }

    private static boolean isOurs(JsonNode object, String uid) {
        return object.at("/cdr_token/uid").asText().equalsIgnoreCase(uid);
    }

    String sessionId() {
        return sessionId.orElseThrow();
    }

    /** Ends it, and waits for its CDR: posted, or else in the list. */
    SeenObject billed() {
        int mark = probe.evidence().mark();
        stop();
        boolean there = probe.await(
                        mark,
                        call -> Pushes.isOurs(probe, call)
                                && isOurs(
                                        call.requestBody().json(),
                                        token.path("uid").asText()),
                        probe.sut().timings().session())
                .isPresent();
        if (!there && probe.offers("cdrs", Side.SENDER)) {
            probe.crawl(probe.list("cdrs"));
        }
        return CdrBook.of(probe)
                .ofSession(sessionId())
                .orElseThrow(() -> probe.inconclusive("no CDR came for session " + sessionId() + " within "
                        + probe.sut().timings().session() + "; CDRs may come as late as agreed"));
    }

    private void stop() {
        if (!stopped) {
            stopped = true;
            probe.trigger("stop-session", Map.of("session_id", sessionId()));
        }
    }

    private void cancel(String reservation) {
        ObjectNode command = probe.platform()
                .samples()
                .commands()
                .cancel(probe.platform().expectCommandResult(probe.version()).url(), reservation);
        probe.post(probe.endpoint("commands", Side.RECEIVER), command)
                .path("CANCEL_RESERVATION")
                .attempt();
    }

    private Map<String, String> places(Map<String, String> more) {
        Map<String, String> params = new HashMap<>(more);
        params.put("location_id", at().locationId());
        params.put("evse_uid", at().evseUid());
        params.put("connector_id", at().connectorId());
        return params;
    }

    /** The token as the CDR should have it. */
    ObjectNode cdrToken() {
        return TokenSamples.cdrToken(token);
    }

    /** Ends what still goes on, takes the token out of use, and gives the connector back. */
    @Override
    public void close() {
        try {
            if (sessionId.isPresent()) {
                stop();
            } else {
                reservationId.ifPresent(this::cancel);
            }
            token.put("valid", false).put("last_updated", Moment.text(Instant.now()));
            probe.platform().owned("tokens").put(token);
            probe.put(probe.endpoint("tokens", Side.RECEIVER), token)
                    .path(
                            probe.us().countryCode(),
                            probe.us().partyId(),
                            token.path("uid").asText())
                    .query("type", "RFID")
                    .attempt();
        } finally {
            place.close();
        }
    }
}
