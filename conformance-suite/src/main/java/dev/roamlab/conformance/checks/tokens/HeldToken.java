package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.function.Predicate;

/** A Token of ours at its place on the CPO under test. Closing it leaves it there, taken out of use. */
final class HeldToken implements AutoCloseable {
    static final String RFID = "RFID";

    private final Probe probe;
    private final Party owner;
    private final ObjectNode token;
    private boolean stored;

    private HeldToken(Probe probe, Party owner, ObjectNode token) {
        this.probe = probe;
        this.owner = owner;
        this.token = token;
    }

    /** The place of this token; nothing is sent yet. */
    static HeldToken of(Probe probe, ObjectNode token) {
        return new HeldToken(probe, probe.us(), Forms.in(probe.version(), token));
    }

    /** The place of this token under another party. */
    static HeldToken under(Party owner, Probe probe, ObjectNode token) {
        return new HeldToken(probe, owner, token);
    }

    /** A token that was accepted, as prerequisite. */
    static HeldToken pushed(Probe probe, ObjectNode token) {
        HeldToken held = of(probe, token);
        WireExchange answer = held.put();
        if (!answer.accepted()) {
            throw probe.skip("a valid Token was not accepted: " + answer.outcome());
        }
        return held;
    }

    ObjectNode token() {
        return token;
    }

    String uid() {
        return token.path("uid").asText();
    }

    /** A call of the object's URL; type is given where it is not the default. */
    Call call(String method) {
        return callAt(uid(), method);
    }

    private Call callAt(String uid, String method) {
        Call call = bare(uid, method);
        String type = token.path("type").asText(RFID);
        return type.equals(RFID) ? call : call.query("type", type);
    }

    /** A call of the object's URL without type. */
    Call bare(String uid, String method) {
        return probe.call(method, probe.endpoint("tokens", Side.RECEIVER))
                .path(owner.countryCode(), owner.partyId(), uid);
    }

    WireExchange put() {
        return put(token);
    }

    /** Sends this body to its place. */
    WireExchange put(JsonNode body) {
        WireExchange answer = call("PUT").body(body).send();
        stored |= answer.accepted();
        return answer;
    }

    WireExchange patch(JsonNode body) {
        return call("PATCH").body(body).send();
    }

    WireExchange get() {
        return call("GET").send();
    }

    /** What is at its place, once it fits, or as it is after the time for that. */
    WireExchange readBack(Predicate<WireExchange> fits) {
        return probe.readBack(() -> call("GET"), fits);
    }

    /** What is at its place as soon as there is something. */
    WireExchange readBack() {
        return readBack(Answers::shows);
    }

    /** Whether nothing is stored; a store that is slow gets the time to show it. */
    WireExchange absence() {
        WireExchange first = get();
        return Answers.shows(first) ? readBack(answer -> !Answers.shows(answer)) : first;
    }

    /** Whether the answer has our token. */
    boolean isIn(WireExchange answer) {
        return Answers.shows(answer) && answer.data().path("uid").asText().equalsIgnoreCase(uid());
    }

    /** The moment after the token's own, for the next change. */
    String later() {
        Instant before = Moment.of(token.path("last_updated")).orElse(Instant.now());
        return Moment.text(before.plusSeconds(1));
    }

    @Override
    public void close() {
        if (stored) {
            ObjectNode gone = token.deepCopy();
            gone.put("valid", false)
                    .put("last_updated", Moment.text(Instant.now().plusSeconds(2)));
            call("PUT").body(gone).attempt();
        }
    }
}
