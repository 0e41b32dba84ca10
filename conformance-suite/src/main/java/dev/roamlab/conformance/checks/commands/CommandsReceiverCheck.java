package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.CommandSamples;
import dev.roamlab.conformance.tester.ResponseUrl;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands that can have no effect, as a CPO answers them. Spec: mod_commands_cpo_interface. */
@Checks(module = CatalogueModule.COMMANDS)
final class CommandsReceiverCheck {
    static final List<String> STANDARD =
            List.of("CANCEL_RESERVATION", "RESERVE_NOW", "START_SESSION", "STOP_SESSION", "UNLOCK_CONNECTOR");

    @Proves(
            value = {"CMD-005", "CMD-013"},
            sut = SutRole.CPO)
    void an_unknown_location_is_reported(Probe probe) {
        for (Command command : toNowhere(probe)) {
            Claim claim = probe.claim("CMD-005").on(command.answer()).at("/status_code", "/data/result");
            boolean right = command.answer().status() == 200
                    && command.has(2003)
                    && command.response().equals("REJECTED");
            claim.holds(right, "HTTP 200, status_code 2003 and result REJECTED", command.told());
            if (command.body().has("token")) {
                WireExchange answer = command.answer();
                boolean there = answer.ocpiStatus().isPresent()
                        && (answer.status() != 404 || answer.ocpiStatus().get() / 1000 == 2)
                        && answer.status() != 405;
                probe.claim("CMD-013").on(answer).holds(there, "an OCPI envelope", answer.outcome());
            }
        }
    }

    /** Commands that are right but for their Location, which does not exist. */
    private static List<Command> toNowhere(Probe probe) {
        String nowhere = probe.platform().samples().id("NOLOC");
        ObjectNode token = probe.platform().samples().tokens().of("APP_USER", "NEVER", true);
        List<Command> sent = new ArrayList<>();
        ResponseUrl url = url(probe);
        sent.add(Command.send(
                probe, "UNLOCK_CONNECTOR", url, samples(probe).unlock(url.url(), nowhere, nowhere + "-1", "1")));
        url = url(probe);
        sent.add(Command.send(
                probe,
                "START_SESSION",
                url,
                samples(probe).start(probe.version(), url.url(), token, nowhere, Optional.empty(), Optional.empty())));
        url = url(probe);
        sent.add(Command.send(
                probe,
                "RESERVE_NOW",
                url,
                samples(probe).reserve(probe.version(), url.url(), token, nowhere, Optional.empty())));
        return sent;
    }

    @Proves(value = "CMD-019", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void no_result_follows_a_refusal(Probe probe) {
        List<Command> refused = new ArrayList<>(toNowhere(probe));
        ResponseUrl url = url(probe);
        String session = probe.platform().samples().id("NOSES");
        refused.add(Command.send(probe, "STOP_SESSION", url, samples(probe).stop(url.url(), session)));
        refused.removeIf(Command::accepted);
        probe.eventually(
                probe.sut().timings().quiet(),
                () -> refused.stream().anyMatch(command -> !command.results().isEmpty()));
        for (Command command : refused) {
            probe.claim("CMD-019")
                    .on(command.results().stream().findFirst().orElse(command.answer()))
                    .holds(command.results().isEmpty(), "no result after " + command.told(), "a POST on response_url");
        }
    }

    @Proves(value = "CMD-014", sut = SutRole.CPO)
    void post_is_the_only_method(Probe probe) {
        for (String method : List.of("GET", "DELETE", "PUT", "PATCH")) {
            Call call = probe.call(method, probe.endpoint("commands", Side.RECEIVER))
                    .path("START_SESSION")
                    .once();
            WireExchange answer = List.of("PUT", "PATCH").contains(method)
                    ? call.body(JsonNodeFactory.instance.objectNode()).send()
                    : call.send();
            boolean refused = answer.refused() || answer.status() == 501;
            probe.claim("CMD-014")
                    .on(answer)
                    .holds(refused, "a refusal such as HTTP 405", method + ": " + answer.outcome());
        }
    }

    @Proves(value = "CMD-015", sut = SutRole.CPO)
    void an_unknown_command_is_refused(Probe probe) {
        ResponseUrl url = url(probe);
        Command command = Command.send(
                probe,
                "LAB_UNKNOWN_COMMAND",
                url,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("response_url", url.url().toString()));
        boolean right = command.answer().status() == 404
                || command.answer().status() / 100 == 2
                        && command.answer()
                                .ocpiStatus()
                                .filter(code -> code / 1000 == 2)
                                .isPresent()
                || command.answer().accepted() && command.response().equals("NOT_SUPPORTED");
        // Any refusal will do: which one is open.
        probe.claim("CMD-015")
                .on(command.answer())
                .holds(
                        right || command.refused() && command.answer().status() / 100 != 5,
                        "HTTP 404, a status_code 2xxx, or NOT_SUPPORTED",
                        command.told());
    }

    @Proves(
            value = {"CMD-017", "CMD-055"},
            sut = SutRole.CPO)
    void a_body_without_its_fields_is_refused(Probe probe) {
        ResponseUrl url = url(probe);
        ObjectNode stop =
                samples(probe).stop(url.url(), probe.platform().samples().id("NOSES"));
        invalid(probe, "CMD-017", Command.send(probe, "START_SESSION", url, stop));
        for (String field : List.of("response_url", "token", "location_id", "contract_id")) {
            ResponseUrl own = url(probe);
            ObjectNode start = start(probe, own);
            start.remove(field);
            if (start.path("token") instanceof ObjectNode token) {
                token.remove(field);
            }
            invalid(probe, "CMD-055", Command.send(probe, "START_SESSION", own, start));
        }
    }

    private static ObjectNode start(Probe probe, ResponseUrl url) {
        return samples(probe)
                .start(
                        probe.version(),
                        url.url(),
                        probe.platform().samples().tokens().of("APP_USER", "NEVER", true),
                        probe.platform().samples().id("NOLOC"),
                        Optional.empty(),
                        Optional.empty());
    }

    private static void invalid(Probe probe, String id, Command command) {
        boolean right = command.answer().status() == 200 && command.has(2001);
        Claim claim = probe.claim(id).on(command.answer()).at("/status_code");
        if (command.accepted() || command.answer().status() / 100 == 5) {
            claim.deviates("HTTP 200 with status_code 2001", command.told());
        } else {
            claim.holdsOrWarns(right, "HTTP 200 with status_code 2001", command.told());
        }
    }

    @Proves(value = "CMD-073", sut = SutRole.CPO)
    void an_unknown_session_is_reported(Probe probe) {
        ResponseUrl url = url(probe);
        String session = probe.platform().samples().id("NOSES");
        Command command =
                Command.send(probe, "STOP_SESSION", url, samples(probe).stop(url.url(), session));
        Claim claim = probe.claim("CMD-073").on(command.answer()).at("/data/result");
        boolean right =
                command.answer().status() / 100 == 2 && command.response().equals("UNKNOWN_SESSION");
        boolean near = command.answer().status() / 100 == 2
                && (command.response().equals("REJECTED")
                        || command.answer().refused() && command.response().isEmpty());
        if (near) {
            claim.warns("result UNKNOWN_SESSION", command.told());
        } else if (command.response().equals("NOT_SUPPORTED")) {
            claim.inconclusive("the CPO does not support STOP_SESSION");
        } else {
            claim.holds(right, "HTTP 200 with result UNKNOWN_SESSION", command.told());
        }
    }

    @Proves(value = "CMD-079", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void an_unknown_reservation_cannot_be_cancelled(Probe probe) {
        ResponseUrl url = url(probe);
        Command command = Command.send(
                probe,
                "CANCEL_RESERVATION",
                url,
                samples(probe).cancel(url.url(), probe.platform().samples().id("NORES")));
        Claim claim = probe.claim("CMD-079").on(command.answer()).at("/data/result");
        if (!command.accepted()) {
            claim.holds(command.refused(), "REJECTED, or ACCEPTED and then UNKNOWN_RESERVATION", command.told());
            return;
        }
        command.result().ifPresent(result -> {
            Claim about = probe.claim("CMD-079").on(result).at("/result");
            String said = Command.text(result);
            if (said.equals("ACCEPTED")) {
                about.deviates("result UNKNOWN_RESERVATION", said);
            } else {
                about.holdsOrWarns(said.equals("UNKNOWN_RESERVATION"), "result UNKNOWN_RESERVATION", said);
            }
        });
    }

    @Proves(
            value = {"CMD-080", "CMD-081"},
            sut = SutRole.CPO)
    void the_five_commands_are_there(Probe probe) {
        String id = probe.is(SpecVersion.V2_2_1) ? "CMD-080" : "CMD-081";
        for (String name : STANDARD) {
            WireExchange answer = probe.post(
                            probe.endpoint("commands", Side.RECEIVER), JsonNodeFactory.instance.objectNode())
                    .path(name)
                    .once()
                    .send();
            boolean missing = answer.status() == 405
                    || answer.status() == 404 && answer.ocpiStatus().isEmpty();
            probe.claim(id)
                    .on(answer)
                    .holdsOrWarns(!missing && answer.status() != 404, name + " answered by OCPI", answer.outcome());
        }
    }

    static ResponseUrl url(Probe probe) {
        return probe.platform().expectCommandResult(probe.version());
    }

    static CommandSamples samples(Probe probe) {
        return probe.platform().samples().commands();
    }
}
