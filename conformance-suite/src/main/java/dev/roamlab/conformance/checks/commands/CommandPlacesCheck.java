package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.ResponseUrl;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.List;
import java.util.Optional;

/** Commands for real stations that start nothing. Spec: mod_commands_flow, mod_commands_unlockconnector_object. */
@Checks(module = CatalogueModule.COMMANDS)
final class CommandPlacesCheck {
    @Proves(
            value = {"CMD-003", "CMD-004", "CMD-012", "CMD-034", "CMD-070"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void unlocking_is_answered_and_resulted(Probe probe) {
        try (Place place = probe.takePlace()) {
            Command one = unlock(probe, place.at(), CommandsReceiverCheck.url(probe));
            Command two = unlock(
                    probe,
                    place.at(),
                    probe.platform()
                            .expectCommandResult(
                                    probe.version(), "id=" + place.at().connectorId()));
            for (Command command : List.of(one, two)) {
                if (command.accepted()) {
                    probe.claim("CMD-003").on(command.answer()).held();
                    StartedSessionsCheck.resulted(probe, command);
                    command.result()
                            .ifPresent(
                                    result -> probe.claim("CMD-012").on(result).held());
                }
            }
            incomplete(probe, place.at(), "evse_uid");
            incomplete(probe, place.at(), "connector_id");
            repeated(probe, place.at());
        }
    }

    private static Command unlock(Probe probe, Startable at, ResponseUrl url) {
        return Command.send(probe, "UNLOCK_CONNECTOR", url, unlockBody(probe, at, url));
    }

    private static ObjectNode unlockBody(Probe probe, Startable at, ResponseUrl url) {
        return CommandsReceiverCheck.samples(probe).unlock(url.url(), at.locationId(), at.evseUid(), at.connectorId());
    }

    private static void incomplete(Probe probe, Startable at, String field) {
        ResponseUrl url = CommandsReceiverCheck.url(probe);
        ObjectNode body = unlockBody(probe, at, url);
        body.remove(field);
        Command command = Command.send(probe, "UNLOCK_CONNECTOR", url, body);
        probe.claim("CMD-070")
                .on(command.answer())
                .at("/status_code")
                .holds(
                        command.answer().status() == 200 && command.has(2001),
                        "HTTP 200 with status_code 2001 without " + field,
                        command.told());
    }

    private static void repeated(Probe probe, Startable at) {
        ResponseUrl url = CommandsReceiverCheck.url(probe);
        try (Script broken = probe.platform()
                .script(incoming -> incoming.uri().equals(url.url()))
                .answer(Reply.status(500))) {
            Command command = unlock(probe, at, url);
            if (!command.accepted() || command.result().isEmpty()) {
                return;
            }
            probe.eventually(probe.sut().timings().quiet(), () -> broken.hits().size() > 2);
            int repetitions = broken.hits().size() - 1;
            probe.claim("CMD-034").notes(repetitions + " repetitions of a result that was answered with HTTP 500");
            probe.claim("CMD-034").holdsOrWarns(repetitions <= 1, "at most one repetition", repetitions);
        }
    }

    @Proves(value = "CMD-071", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void an_unknown_evse_or_connector_is_not_accepted(Probe probe) {
        try (Place place = probe.takePlace()) {
            String location = place.at().locationId();
            String nowhere = probe.platform().samples().id("NOEVSE");
            ObjectNode token = StartedSessionsCheck.token(probe, "APP_USER", true);
            var samples = CommandsReceiverCheck.samples(probe);
            ResponseUrl url = CommandsReceiverCheck.url(probe);
            outside(
                    probe,
                    Command.send(
                            probe,
                            "START_SESSION",
                            url,
                            samples.start(
                                    probe.version(),
                                    url.url(),
                                    token,
                                    location,
                                    Optional.of(nowhere),
                                    Optional.empty())));
            url = CommandsReceiverCheck.url(probe);
            outside(
                    probe,
                    Command.send(
                            probe,
                            "RESERVE_NOW",
                            url,
                            samples.reserve(probe.version(), url.url(), token, location, Optional.of(nowhere))));
            url = CommandsReceiverCheck.url(probe);
            outside(
                    probe,
                    Command.send(
                            probe,
                            "UNLOCK_CONNECTOR",
                            url,
                            samples.unlock(
                                    url.url(), location, nowhere, place.at().connectorId())));
            url = CommandsReceiverCheck.url(probe);
            outside(
                    probe,
                    Command.send(
                            probe,
                            "UNLOCK_CONNECTOR",
                            url,
                            samples.unlock(
                                    url.url(),
                                    location,
                                    place.at().evseUid(),
                                    probe.platform().samples().shortId())));
        }
    }

    private static void outside(Probe probe, Command command) {
        Claim claim = probe.claim("CMD-071").on(command.answer());
        if (command.accepted()) {
            String said = command.resultText();
            if (said.equals(Command.ACCEPTED)) {
                claim.deviates("REJECTED or a status_code 2xxx", "ACCEPTED, and result ACCEPTED");
            } else {
                claim.warns("REJECTED or a status_code 2xxx at once", "ACCEPTED, and then " + said);
            }
        } else {
            claim.holdsOrWarns(
                    command.refused() && command.answer().status() == 200,
                    "HTTP 200 with REJECTED or a status_code 2xxx",
                    command.told());
        }
    }

    @Proves(value = "CMD-049", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void another_partys_token_is_refused(Probe probe) {
        try (Place place = probe.takePlace()) {
            ObjectNode token =
                    StartedSessionsCheck.token(probe, "APP_USER", true).put("party_id", "Q7X");
            try (CommandedCharge charge = CommandedCharge.unplugged(probe, place, token)) {
                foreign(probe, charge.start());
            }
            try (Reserved reserved = Reserved.of(probe, place.at(), token)) {
                foreign(probe, reserved.command());
            }
        }
    }

    private static void foreign(Probe probe, Command command) {
        probe.claim("CMD-049")
                .on(command.answer())
                .holdsOrWarns(!command.accepted(), "a refusal of another party's Token", command.told());
    }

    @Proves(
            value = {"CMD-060", "CMD-075"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void what_an_evse_cannot_do_is_not_accepted(Probe probe) {
        for (Startable at : probe.sut().known().startable()) {
            JsonNode capabilities = Reserved.evse(probe, at).path("capabilities");
            if (has(capabilities, "START_SESSION_CONNECTOR_REQUIRED")) {
                ResponseUrl url = CommandsReceiverCheck.url(probe);
                Command start = Command.send(
                        probe,
                        "START_SESSION",
                        url,
                        CommandsReceiverCheck.samples(probe)
                                .start(
                                        probe.version(),
                                        url.url(),
                                        StartedSessionsCheck.token(probe, "APP_USER", true),
                                        at.locationId(),
                                        Optional.of(at.evseUid()),
                                        Optional.empty()));
                probe.claim("CMD-060")
                        .on(start.answer())
                        .holdsOrWarns(!start.accepted(), "a refusal without connector_id", start.told());
            }
            if (capabilities.isArray() && !has(capabilities, "UNLOCK_CAPABLE")) {
                unable(probe, unlock(probe, at, CommandsReceiverCheck.url(probe)));
            }
            if (capabilities.isArray() && !has(capabilities, "RESERVABLE")) {
                ObjectNode token = StartedSessionsCheck.token(probe, "APP_USER", true);
                try (Reserved reserved = Reserved.of(probe, at, token)) {
                    unable(probe, reserved.command());
                }
            }
        }
    }

    private static boolean has(JsonNode capabilities, String capability) {
        for (JsonNode one : capabilities) {
            if (one.asText().equals(capability)) {
                return true;
            }
        }
        return false;
    }

    private static void unable(Probe probe, Command command) {
        String said = command.accepted() ? command.resultText() : command.response();
        if (said.equals("NOT_SUPPORTED")) {
            probe.claim("CMD-075").on(command.answer()).held();
        } else if (List.of("REJECTED", Command.ACCEPTED).contains(said)) {
            probe.claim("CMD-075").on(command.answer()).warns("NOT_SUPPORTED", said);
        }
    }

    @Proves(
            value = {"CMD-038", "CMD-061"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_location_alone_is_enough(Probe probe) {
        if (!probe.offers("locations", Side.SENDER)) {
            throw probe.inconclusive("the CPO lists no Locations, so nobody knows which EVSEs are there");
        }
        throw probe.inconclusive("an EVSE of the CPO's own choice may be in use by another check");
    }
}
