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
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.tester.TokenSamples;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real charges that START_SESSION begins and STOP_SESSION ends. Spec: mod_commands_startsession_object. */
@Checks(module = CatalogueModule.COMMANDS)
final class StartedSessionsCheck {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Proves(
            value = {
                "CMD-003", "CMD-004", "CMD-008", "CMD-010", "CMD-047", "CMD-057", "CMD-064", "CMD-066", "CMD-077",
                "CMD-082"
            },
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_charge_is_started_and_stopped(Probe probe) {
        ObjectNode token = token(probe, "APP_USER", true);
        try (Place place = probe.takePlace();
                CommandedCharge charge = CommandedCharge.plugged(probe, place, token)) {
            begun(probe, charge);
            if (charge.session().isEmpty()) {
                noSession(probe, charge);
            }
            JsonNode session = charge.session().orElseThrow();
            probe.claim("CMD-010")
                    .holds(
                            session.path("location_id")
                                            .asText()
                                            .equalsIgnoreCase(place.at().locationId())
                                    && session.path("evse_uid")
                                            .asText()
                                            .equalsIgnoreCase(place.at().evseUid()),
                            "a Session at " + place.at(),
                            session);
            told(probe, "Session", charge, session);
            occupied(probe, place);
            notAsked(probe, charge);
            kept(probe, token);
            ended(probe, charge);
        }
    }

    private static void begun(Probe probe, CommandedCharge charge) {
        Command start = charge.start();
        Claim claim = probe.claim("CMD-003").on(start.answer());
        if (start.answer().accepted()) {
            claim.holds(
                    start.answer().data().has("result") && start.answer().data().has("timeout"),
                    "a CommandResponse",
                    start.told());
        }
        claim.holdsOrWarns(
                start.answer().took().compareTo(AT_ONCE) <= 0,
                "an answer that does not wait for the charge point",
                start.answer().took());
        probe.claim("CMD-008")
                .on(start.answer())
                .holds(start.accepted(), "ACCEPTED for a Token never pushed", start.told());
        if (!start.accepted()) {
            throw probe.inconclusive("START_SESSION was not accepted: " + start.told());
        }
        resulted(probe, start);
    }

    /** After ACCEPTED a result is due. */
    static void resulted(Probe probe, Command command) {
        Optional<WireExchange> result = command.result();
        boolean waited = command.patience().compareTo(command.timeout()) > 0;
        if (result.isPresent() || waited) {
            result.map(call -> probe.claim("CMD-004").on(call))
                    .orElse(probe.claim("CMD-004").on(command.answer()))
                    .holds(result.isPresent(), "a result within " + command.patience(), "none");
        }
    }

    private static void noSession(Probe probe, CommandedCharge charge) {
        if (charge.start().resultText().equals(Command.ACCEPTED) && probe.canTrigger("plug-in")) {
            probe.claim("CMD-010")
                    .on(charge.start().answer())
                    .deviates("a Session after an accepted start with a car plugged in", "none");
        }
        throw probe.inconclusive("no Session came of the start");
    }

    private static void told(Probe probe, String what, CommandedCharge charge, JsonNode object) {
        ObjectNode wanted = TokenSamples.cdrToken(Forms.in(probe.version(), charge.token()));
        List<String> wrong = Alike.lacking(wanted, object.path("cdr_token"));
        probe.claim("CMD-066").holds(wrong.isEmpty(), what + " with cdr_token " + wanted, object.path("cdr_token"));
        String method = object.path("auth_method").asText();
        probe.claim("CMD-066").holds(method.equals("COMMAND"), what + " with auth_method COMMAND", method);
        String reference = object.path("authorization_reference").asText();
        probe.claim("CMD-057")
                .holds(
                        reference.equalsIgnoreCase(charge.reference()),
                        what + " with authorization_reference " + charge.reference(),
                        reference);
    }

    private static void occupied(Probe probe, Place place) {
        Command second = CommandedCharge.unplugged(probe, place, token(probe, "APP_USER", true))
                .start();
        if (second.accepted()) {
            second.result().ifPresent(result -> {
                String said = Command.text(result);
                Claim claim = probe.claim("CMD-077").on(result).at("/result");
                if (List.of("FAILED", "REJECTED").contains(said)) {
                    claim.warns("result EVSE_OCCUPIED", said);
                } else {
                    claim.holds(said.equals("EVSE_OCCUPIED"), "result EVSE_OCCUPIED", said);
                }
            });
        }
    }

    private static void notAsked(Probe probe, CommandedCharge charge) {
        Optional<WireExchange> asked = charge.asked();
        for (String id : List.of("CMD-008", "CMD-064")) {
            asked.map(call -> probe.claim(id).on(call))
                    .orElse(probe.claim(id))
                    .holds(asked.isEmpty(), "no POST authorize for a Token of a command", "POST authorize");
        }
    }

    private static void kept(Probe probe, ObjectNode token) {
        if (probe.offers("tokens", Side.RECEIVER)) {
            WireExchange got = probe.get(probe.endpoint("tokens", Side.RECEIVER))
                    .path(
                            probe.us().countryCode(),
                            probe.us().partyId(),
                            token.path("uid").asText())
                    .query("type", token.path("type").asText())
                    .send();
            probe.claim("CMD-047").on(got).notes(got.accepted() ? "the Token was kept" : "the Token was not kept");
            probe.claim("CMD-047").on(got).held();
        }
    }

    private static void ended(Probe probe, CommandedCharge charge) {
        Command stop = charge.stop();
        if (!stop.accepted()) {
            probe.claim("CMD-082").on(stop.answer()).warns("ACCEPTED", stop.told());
            return;
        }
        resulted(probe, stop);
        String said = stop.resultText();
        if (!said.equals(Command.ACCEPTED)) {
            probe.claim("CMD-082").on(stop.answer()).warns("result ACCEPTED", said);
            return;
        }
        Optional<JsonNode> over = charge.completed();
        probe.claim("CMD-082")
                .on(stop.answer())
                .holds(
                        over.filter(session -> session.hasNonNull("end_date_time"))
                                .isPresent(),
                        "the Session COMPLETED, with end_date_time",
                        over.map(JsonNode::toString).orElse("neither pushed nor listed"));
        charge.cdr()
                .ifPresent(cdr -> told(probe, "CDR", charge, cdr.requestBody().json()));
    }

    @Proves(value = "CMD-063", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void the_token_is_taken_on_trust(Probe probe) {
        ObjectNode known = token(probe, "RFID", true);
        push(probe, known);
        ObjectNode blocked = token(probe, "RFID", false);
        push(probe, blocked);
        try (Place place = probe.takePlace()) {
            Command control = tried(probe, place, known);
            if (!control.accepted()) {
                throw probe.inconclusive("a start with a known Token was refused: " + control.told());
            }
            for (ObjectNode token : List.of(token(probe, "AD_HOC_USER", true), token(probe, "RFID", true), blocked)) {
                Command command = tried(probe, place, token);
                if (isRefused(command)) {
                    command = tried(probe, place, token);
                }
                probe.claim("CMD-063")
                        .on(command.answer())
                        .at("/data/result")
                        .holds(!isRefused(command), "no check of the Token " + token, command.told());
            }
        } finally {
            push(probe, known.put("valid", false));
        }
    }

    static boolean isRefused(Command command) {
        return command.response().equals("REJECTED") || command.has(2004);
    }

    private static Command tried(Probe probe, Place place, ObjectNode token) {
        try (CommandedCharge charge = CommandedCharge.plugged(probe, place, token)) {
            return charge.start();
        }
    }

    @Proves(
            value = {"CMD-009", "CMD-065"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_card_is_not_asked_about_soon_after_the_command(Probe probe) {
        ObjectNode token = token(probe, "RFID", true);
        try (Place place = probe.takePlace();
                CommandedCharge charge = CommandedCharge.plugged(probe, place, token)) {
            if (!charge.start().accepted() || charge.session().isEmpty()) {
                throw probe.inconclusive("START_SESSION did not lead to a Session: "
                        + charge.start().told());
            }
            Optional<WireExchange> asked = charge.asked();
            for (String id : List.of("CMD-009", "CMD-065")) {
                asked.map(call -> probe.claim(id).on(call))
                        .orElse(probe.claim(id))
                        .holds(asked.isEmpty(), "no POST authorize within 15 minutes", "POST authorize");
            }
        }
    }

    @Proves(
            value = {"CMD-006", "CMD-007"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_start_without_cable_ends_somehow(Probe probe) {
        try (Place place = probe.takePlace();
                CommandedCharge charge = CommandedCharge.unplugged(probe, place, token(probe, "APP_USER", true))) {
            String said = charge.start().accepted() ? charge.start().resultText() : "";
            if (said.equals("FAILED") || said.equals("REJECTED")) {
                probe.claim("CMD-006").holdsOrWarns(said.equals("FAILED"), "result FAILED", said);
            } else if (said.equals(Command.ACCEPTED)) {
                probe.claim("CMD-007").notes("the charge point waits for the cable");
                probe.claim("CMD-007").held();
            }
        }
    }

    @Proves(value = "CMD-078", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void a_silent_station_leads_to_a_timeout(Probe probe) {
        try (Place place = probe.takePlace()) {
            Map<String, String> at = Map.of(
                    "location_id",
                    place.at().locationId(),
                    "evse_uid",
                    place.at().evseUid());
            probe.trigger("take-offline", at);
            try {
                Command start = CommandedCharge.unplugged(probe, place, token(probe, "APP_USER", true))
                        .start();
                if (start.accepted()) {
                    String said = start.resultText();
                    probe.claim("CMD-078")
                            .on(start.answer())
                            .holds(
                                    !said.isEmpty() && !said.equals(Command.ACCEPTED),
                                    "result TIMEOUT of a station that cannot be reached",
                                    said.isEmpty() ? "none" : said);
                }
            } finally {
                probe.trigger("bring-online", at);
            }
        }
    }

    /** A token of a driver, not pushed. */
    static ObjectNode token(Probe probe, String type, boolean valid) {
        return probe.platform().samples().tokens().of(type, "NEVER", valid);
    }

    static void push(Probe probe, ObjectNode token) {
        WireExchange put = probe.put(probe.endpoint("tokens", Side.RECEIVER), Forms.in(probe.version(), token))
                .path(
                        probe.us().countryCode(),
                        probe.us().partyId(),
                        token.path("uid").asText())
                .query("type", token.path("type").asText())
                .send();
        if (!put.accepted()) {
            throw probe.skip("a valid Token was not accepted: " + put.outcome());
        }
    }
}
