package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A card of ours, held at a station of the CPO under test. Closing it ends the charge, and takes the card out of use. */
final class Presented implements AutoCloseable {
    private final Probe probe;
    private final Place place;
    private final HeldToken card;
    private int mark;

    private Presented(Probe probe, Place place, HeldToken card) {
        this.probe = probe;
        this.place = place;
        this.card = card;
    }

    /** A pushed card and a connector of one's own; nobody has presented it yet. */
    static Presented pushed(Probe probe, String whitelist, boolean valid) {
        ObjectNode token = probe.platform().samples().tokens().of(HeldToken.RFID, whitelist, valid);
        Place place = probe.takePlace();
        try {
            HeldToken card = HeldToken.pushed(probe, token);
            probe.platform().owned("tokens").put(token);
            return new Presented(probe, place, card);
        } catch (RuntimeException failed) {
            place.close();
            throw failed;
        }
    }

    /** What real-time authorization says about it. */
    Presented answered(String allowed, Optional<JsonNode> location, String reference) {
        ObjectNode information = probe.platform().samples().tokens().authorization(allowed, card.token());
        location.ifPresent(at -> information.set("location", at));
        if (!reference.isEmpty()) {
            information.put("authorization_reference", reference);
        }
        probe.platform().authorize(card.uid(), information);
        return this;
    }

    /** Plugs a car in, and holds the card at the station. */
    Presented present() {
        mark = probe.evidence().mark();
        probe.trigger(
                "start-session",
                Map.of(
                        "token_uid", card.uid(),
                        "location_id", place.at().locationId(),
                        "evse_uid", place.at().evseUid(),
                        "connector_id", place.at().connectorId()));
        return this;
    }

    /** The same once more, after the car of the first time is gone. */
    Presented presentAgain() {
        unplug();
        return present();
    }

    private void unplug() {
        if (probe.canTrigger("unplug")) {
            probe.trigger(
                    "unplug",
                    Map.of(
                            "location_id", place.at().locationId(),
                            "evse_uid", place.at().evseUid(),
                            "connector_id", place.at().connectorId()));
        }
    }

    String evseUid() {
        return place.at().evseUid();
    }

    String locationId() {
        return place.at().locationId();
    }

    /** The requests for authorization since it was presented. */
    List<WireExchange> asked() {
        return probe.evidence().all().stream()
                .skip(mark)
                .filter(this::isAuthorize)
                .toList();
    }

    /** Waits for a request for authorization. */
    Optional<WireExchange> awaitAsked() {
        return probe.await(mark, this::isAuthorize, probe.sut().timings().reaction());
    }

    private boolean isAuthorize(WireExchange call) {
        return call.fromSut()
                && call.method().equals("POST")
                && call.target()
                        .filter(target -> target.is("tokens", Side.SENDER)
                                && !target.rest().isEmpty()
                                && target.rest().get(0).equalsIgnoreCase(card.uid()))
                        .isPresent();
    }

    /** Waits for the Session of the charge. */
    Optional<WireExchange> awaitSession() {
        return probe.await(mark, isSession(), probe.sut().timings().reaction());
    }

    /** Waits for the Session of a charge that begins only after the CPO has given an eMSP up. */
    Optional<WireExchange> awaitLateSession() {
        return probe.await(mark, isSession(), probe.sut().timings().session());
    }

    /** Watches whether a Session comes that should not. */
    Optional<WireExchange> unwantedSession() {
        return probe.await(mark, isSession(), probe.sut().timings().quiet());
    }

    private Predicate<WireExchange> isSession() {
        return call -> call.method().equals("PUT")
                && isAt(call, "sessions")
                && List.of("ACTIVE", "COMPLETED")
                        .contains(call.requestBody().json().path("status").asText());
    }

    private boolean isAt(WireExchange call, String module) {
        return call.target().filter(target -> target.is(module, Side.RECEIVER)).isPresent()
                && call.requestBody().json().at("/cdr_token/uid").asText().equalsIgnoreCase(card.uid());
    }

    /** Waits for the CDR of a charge that was ended. */
    Optional<WireExchange> awaitCdr() {
        return probe.await(
                mark,
                call -> call.method().equals("POST") && isAt(call, "cdrs"),
                probe.sut().timings().session());
    }

    /** Ends the charge, if there is one. */
    void stop() {
        List<WireExchange> pushes = probe.evidence().received(isSession());
        if (!pushes.isEmpty()) {
            JsonNode last = pushes.get(pushes.size() - 1).requestBody().json();
            if (last.path("status").asText().equals("ACTIVE")) {
                probe.trigger(
                        "stop-session", Map.of("session_id", last.path("id").asText()));
                probe.await(
                        mark,
                        call -> isSession().test(call)
                                && call.requestBody()
                                        .json()
                                        .path("status")
                                        .asText()
                                        .equals("COMPLETED"),
                        probe.sut().timings().reaction());
            }
        }
    }

    /** The eMSP that does not answer as far as this card is concerned. */
    Script silence() {
        return probe.platform()
                .script(incoming -> incoming.is("POST", "tokens", Side.SENDER)
                        && !incoming.rest().isEmpty()
                        && incoming.rest().get(0).equalsIgnoreCase(card.uid()))
                .answer(Reply.drop());
    }

    @Override
    public void close() {
        try {
            stop();
            unplug();
            probe.platform().owned("tokens").remove(card.uid());
            card.close();
        } finally {
            place.close();
        }
    }
}
