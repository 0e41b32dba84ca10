package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.function.Predicate;

/** A Session of ours at the eMSP under test, under its own URL. Closing it says that it will never be billed. */
final class Told implements AutoCloseable {
    private final Probe probe;
    private final ObjectNode session;
    private final WireExchange answer;
    private boolean over;

    private Told(Probe probe, ObjectNode session, WireExchange answer) {
        this.probe = probe;
        this.session = session;
        this.answer = answer;
    }

    /** PUTs a Session, whatever comes of it. */
    static Told by(Probe probe, ObjectNode session) {
        WireExchange answer =
                at(probe, "PUT", session.path("id").asText()).body(session).send();
        return new Told(probe, session, answer);
    }

    /** PUTs a Session as the beginning of something else. */
    static Told accepted(Probe probe, ObjectNode session) {
        Told told = by(probe, session);
        if (!told.answer.accepted()) {
            throw probe.skip("a valid Session was not accepted: " + told.answer.outcome());
        }
        return told;
    }

    /** A call at the URL of a Session of ours. */
    static Call at(Probe probe, String method, String id) {
        return probe.call(method, probe.endpoint("sessions", Side.RECEIVER))
                .path(probe.us().countryCode(), probe.us().partyId(), id);
    }

    Call call(String method) {
        return at(probe, method, id());
    }

    WireExchange put(ObjectNode other) {
        return call("PUT").body(other).send();
    }

    WireExchange patch(ObjectNode change) {
        over |= change.path("status").asText().equals("COMPLETED");
        return call("PATCH").body(change).send();
    }

    /** A step that the rest depends upon. */
    void done(WireExchange step) {
        if (!step.accepted()) {
            throw probe.skip(step.method() + " of a valid Session was not accepted: " + step.outcome());
        }
    }

    ObjectNode session() {
        return session;
    }

    WireExchange answer() {
        return answer;
    }

    String id() {
        return session.path("id").asText();
    }

    /** The eMSP's copy, once it is as expected, or as it is after the time for that. */
    WireExchange readBack(Predicate<JsonNode> fits) {
        return probe.readBack(() -> call("GET"), got -> isIn(got) && fits.test(got.data()));
    }

    /** The eMSP's copy, once it has all of this. */
    WireExchange shows(JsonNode wanted) {
        return readBack(copy -> Alike.lacking(wanted, copy).isEmpty());
    }

    /** The eMSP's copy, in which the rest depends upon finding the Session. */
    JsonNode copy() {
        WireExchange got = readBack(copy -> true);
        if (!isIn(got)) {
            throw probe.skip("a Session that was accepted cannot be read back: " + got.outcome());
        }
        return got.data();
    }

    boolean isIn(WireExchange got) {
        return got.accepted() && got.data().path("id").asText().equalsIgnoreCase(id());
    }

    /** Fields, as JSON pointers, in which a copy differs from another, but for those named. */
    static List<String> changed(JsonNode before, JsonNode after, String... meant) {
        return Alike.differing(before, after).stream()
                .filter(pointer -> List.of(meant).stream()
                        .noneMatch(field -> pointer.equals("/" + field) || pointer.startsWith("/" + field + "/")))
                .toList();
    }

    @Override
    public void close() {
        if (answer.accepted() && !over) {
            call("PATCH").body(SampleSessions.change().put("status", "INVALID")).attempt();
        }
    }
}
