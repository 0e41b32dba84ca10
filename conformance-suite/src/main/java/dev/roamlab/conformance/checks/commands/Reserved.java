package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.ResponseUrl;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.Optional;

/** A reservation that we asked the CPO under test for. Closing it cancels it. */
final class Reserved implements AutoCloseable {
    private final Probe probe;
    private final Platform caller;
    private final Startable at;
    private final Command command;
    private boolean cancelled;

    private Reserved(Probe probe, Platform caller, Startable at, Command command) {
        this.probe = probe;
        this.caller = caller;
        this.at = at;
        this.command = command;
    }

    /** A connector of one's own that can be reserved, as far as its EVSE tells. */
    static Place place(Probe probe) {
        Place first = probe.takePlace();
        if (isReservable(evse(probe, first.at()).path("capabilities"))) {
            return first;
        }
        try { // held meanwhile, so that another one is found
            return probe.takePlace();
        } finally {
            first.close();
        }
    }

    private static boolean isReservable(JsonNode capabilities) {
        boolean listed = !capabilities.isArray();
        for (JsonNode one : capabilities) {
            listed |= one.asText().equals("RESERVABLE");
        }
        return listed;
    }

    /** RESERVE_NOW for half an hour. */
    static Reserved of(Probe probe, Startable at, ObjectNode token) {
        ResponseUrl url = CommandsReceiverCheck.url(probe);
        return sent(probe, probe.platform(), at, url, body(probe, at, token, url));
    }

    /** The command's body, to be changed. */
    static ObjectNode body(Probe probe, Startable at, ObjectNode token, ResponseUrl url) {
        return CommandsReceiverCheck.samples(probe)
                .reserve(probe.version(), url.url(), token, at.locationId(), Optional.of(at.evseUid()));
    }

    static Reserved sent(Probe probe, Platform caller, Startable at, ResponseUrl url, ObjectNode body) {
        return new Reserved(probe, caller, at, Command.sendAs(caller, probe, "RESERVE_NOW", url, body));
    }

    Command command() {
        return command;
    }

    String id() {
        return command.body().path("reservation_id").asText();
    }

    /** Whether the station holds it. */
    boolean isMade() {
        return command.accepted() && command.resultText().equals(Command.ACCEPTED);
    }

    /** A prerequisite. */
    Reserved made() {
        if (!isMade()) {
            String told = command.told();
            close();
            throw probe.inconclusive("a reservation was not made: " + told);
        }
        return this;
    }

    /** The EVSE as the CPO shows it now; a missing node when it does not. */
    static JsonNode evse(Probe probe, Startable at) {
        return probe.get(probe.endpoint("locations", Side.SENDER))
                .path(at.locationId(), at.evseUid())
                .send()
                .data();
    }

    boolean shows(String status) {
        return evse(probe, at).path("status").asText().equals(status);
    }

    Command cancel() {
        cancelled = true;
        ResponseUrl url = caller.expectCommandResult(probe.version());
        return Command.sendAs(
                caller,
                probe,
                "CANCEL_RESERVATION",
                url,
                CommandsReceiverCheck.samples(probe).cancel(url.url(), id()));
    }

    /** It is over already. */
    void gone() {
        cancelled = true;
    }

    @Override
    public void close() {
        if (command.accepted() && !cancelled) {
            cancel().result();
        }
    }
}
