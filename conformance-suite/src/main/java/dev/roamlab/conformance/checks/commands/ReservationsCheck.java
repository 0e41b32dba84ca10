package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.ResponseUrl;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reservations that are made, replaced, cancelled and left to expire. Spec: mod_commands_reservenow_object. */
@Checks(module = CatalogueModule.COMMANDS)
final class ReservationsCheck {
    private static final String RESERVED = "RESERVED";
    private static final Duration EXPIRES_AFTER = Duration.ofMinutes(2);

    @Proves(
            value = {"CMD-028", "CMD-029", "CMD-040", "CMD-044"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_reservation_is_made_and_cancelled(Probe probe) {
        ObjectNode token = StartedSessionsCheck.token(probe, "APP_USER", true);
        int mark = probe.evidence().mark();
        try (Place place = Reserved.place(probe);
                Reserved reserved = Reserved.of(probe, place.at(), token).made()) {
            session(probe, mark, token, place);
            boolean shown = probe.eventually(() -> reserved.shows(RESERVED));
            List<WireExchange> asked = asked(probe, token);
            probe.claim("CMD-044").holds(asked.isEmpty(), "no POST authorize for an app Token", asked.size());
            Command cancel = reserved.cancel();
            boolean cancelled = cancel.accepted() && cancel.resultText().equals(Command.ACCEPTED);
            if (!cancelled) {
                probe.claim("CMD-028").on(cancel.answer()).warns("ACCEPTED in response and result", cancel.told());
            } else if (shown) {
                boolean free = probe.eventually(probe.sut().timings().reaction(), () -> !reserved.shows(RESERVED));
                probe.claim("CMD-028").on(cancel.answer()).holds(free, "an EVSE that is not RESERVED", RESERVED);
            }
            boolean billed = !probe.evidence()
                    .received(call -> isOurs(call, "cdrs", token))
                    .isEmpty();
            probe.claim("CMD-029").notes(billed ? "a CDR came" : "no CDR came");
            probe.claim("CMD-029").held();
        }
    }

    private static void session(Probe probe, int mark, ObjectNode token, Place place) {
        Optional<JsonNode> session = probe.await(
                        mark,
                        call -> call.method().equals("PUT") && isOurs(call, "sessions", token),
                        probe.sut().timings().reaction())
                .map(call -> call.requestBody().json());
        if (session.isEmpty() && probe.offers("sessions", Side.SENDER)) {
            session = probe.crawl(probe.list("sessions")).objects().stream()
                    .filter(one -> isOf(one, token))
                    .findFirst();
        }
        boolean right = session.filter(one -> one.path("status").asText().equals("RESERVATION")
                        && one.path("location_id")
                                .asText()
                                .equalsIgnoreCase(place.at().locationId()))
                .isPresent();
        probe.claim("CMD-040")
                .holds(
                        right,
                        "a Session with status RESERVATION at " + place.at().locationId(),
                        session.map(JsonNode::toString).orElse("none"));
    }

    private static boolean isOurs(WireExchange call, String module, ObjectNode token) {
        return call.target().filter(target -> target.is(module, Side.RECEIVER)).isPresent()
                && isOf(call.requestBody().json(), token);
    }

    private static boolean isOf(JsonNode object, ObjectNode token) {
        return object.at("/cdr_token/uid")
                .asText()
                .equalsIgnoreCase(token.path("uid").asText());
    }

    private static List<WireExchange> asked(Probe probe, ObjectNode token) {
        return probe.evidence()
                .received(call -> call.method().equals("POST")
                        && call.target()
                                .filter(target -> target.is("tokens", Side.SENDER)
                                        && target.rest()
                                                .contains(token.path("uid").asText()))
                                .isPresent());
    }

    @Proves(value = "CMD-011", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void the_cpo_tells_that_it_cancelled(Probe probe) {
        if (!probe.canTrigger("cancel-reservation")) {
            throw probe.inconclusive("there is no trigger cancel-reservation");
        }
        try (Place place = Reserved.place(probe);
                Reserved reserved = Reserved.of(probe, place.at(), StartedSessionsCheck.token(probe, "APP_USER", true))
                        .made()) {
            probe.trigger("cancel-reservation", Map.of("reservation_id", reserved.id()));
            reserved.gone();
            boolean told = probe.eventually(
                    probe.sut().timings().reaction(),
                    () -> reserved.command().results().stream()
                            .anyMatch(result -> Command.text(result).equals("CANCELED_RESERVATION")));
            probe.claim("CMD-011")
                    .on(reserved.command().answer())
                    .holds(
                            told,
                            "CANCELED_RESERVATION at the response_url of RESERVE_NOW",
                            reserved.command().results().stream()
                                    .map(Command::text)
                                    .toList());
        }
    }

    @Proves(value = "CMD-039", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void the_same_id_replaces_the_reservation(Probe probe) {
        ObjectNode token = StartedSessionsCheck.token(probe, "APP_USER", true);
        try (Place place = Reserved.place(probe);
                Reserved first = Reserved.of(probe, place.at(), token).made()) {
            ResponseUrl url = CommandsReceiverCheck.url(probe);
            ObjectNode body = Reserved.body(probe, place.at(), token, url)
                    .put("reservation_id", first.id())
                    .put("expiry_date", Moment.text(soon(Duration.ofMinutes(40))));
            Reserved second = Reserved.sent(probe, probe.platform(), place.at(), url, body);
            if (!second.isMade()) {
                probe.claim("CMD-039")
                        .on(second.command().answer())
                        .warns("the reservation updated", second.command().told());
                return;
            }
            boolean shown = probe.eventually(() -> first.shows(RESERVED));
            Command cancel = second.cancel();
            first.gone();
            if (shown && cancel.accepted() && cancel.resultText().equals(Command.ACCEPTED)) {
                boolean free = probe.eventually(probe.sut().timings().reaction(), () -> !first.shows(RESERVED));
                probe.claim("CMD-039").on(cancel.answer()).holds(free, "one cancellation frees the EVSE", RESERVED);
            }
        }
    }

    private static Instant soon(Duration ahead) {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    }

    @Proves(value = "CMD-043", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void the_token_of_a_reservation_is_taken_on_trust(Probe probe) {
        ObjectNode known = StartedSessionsCheck.token(probe, "RFID", true);
        StartedSessionsCheck.push(probe, known);
        ObjectNode blocked = StartedSessionsCheck.token(probe, "RFID", false);
        StartedSessionsCheck.push(probe, blocked);
        try (Place place = Reserved.place(probe)) {
            Command control = tried(probe, place, known);
            if (!control.accepted()) {
                throw probe.inconclusive("a reservation with a known Token was refused: " + control.told());
            }
            for (ObjectNode token : List.of(StartedSessionsCheck.token(probe, "APP_USER", true), blocked)) {
                Command command = tried(probe, place, token);
                if (StartedSessionsCheck.isRefused(command)) {
                    command = tried(probe, place, token);
                }
                probe.claim("CMD-043")
                        .on(command.answer())
                        .at("/data/result")
                        .holds(
                                !StartedSessionsCheck.isRefused(command)
                                        && asked(probe, token).isEmpty(),
                                "no check of the Token " + token,
                                command.told());
            }
        } finally {
            StartedSessionsCheck.push(probe, known.put("valid", false));
        }
    }

    private static Command tried(Probe probe, Place place, ObjectNode token) {
        try (Reserved reserved = Reserved.of(probe, place.at(), token)) {
            reserved.isMade();
            return reserved.command();
        }
    }

    @Proves(
            value = {"CMD-041", "CMD-053"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_reservation_ends_at_its_expiry(Probe probe) {
        Duration most = probe.sut().timings().session().dividedBy(3);
        Duration ahead = most.compareTo(EXPIRES_AFTER) < 0 ? most : EXPIRES_AFTER;
        ObjectNode token = StartedSessionsCheck.token(probe, "APP_USER", true);
        try (Place place = Reserved.place(probe)) {
            ResponseUrl url = CommandsReceiverCheck.url(probe);
            ObjectNode body = Reserved.body(probe, place.at(), token, url).put("expiry_date", Moment.text(soon(ahead)));
            try (Reserved reserved = Reserved.sent(probe, probe.platform(), place.at(), url, body)
                    .made()) {
                if (!probe.eventually(() -> reserved.shows(RESERVED))) {
                    throw probe.inconclusive("the EVSE did not show RESERVED");
                }
                boolean free =
                        probe.eventually(ahead.plus(probe.sut().timings().session()), () -> !reserved.shows(RESERVED));
                probe.claim("CMD-053")
                        .on(reserved.command().answer())
                        .holds(free, "an EVSE that is not RESERVED after expiry_date", RESERVED);
                if (free) {
                    reserved.gone();
                }
                probe.claim("CMD-041").held();
            }
        }
    }

    @Proves(value = "CMD-045", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void a_card_of_a_reservation_is_not_asked_about(Probe probe) {
        ObjectNode token = StartedSessionsCheck.token(probe, "RFID", true);
        try (Place place = Reserved.place(probe);
                Reserved reserved = Reserved.of(probe, place.at(), token).made()) {
            probe.eventually(() -> reserved.shows(RESERVED));
            probe.trigger(
                    "present-token",
                    Map.of(
                            "token_uid", token.path("uid").asText(),
                            "location_id", place.at().locationId(),
                            "evse_uid", place.at().evseUid(),
                            "connector_id", place.at().connectorId()));
            boolean asked = probe.eventually(
                    probe.sut().timings().quiet(), () -> !asked(probe, token).isEmpty());
            probe.claim("CMD-045")
                    .on(reserved.command().answer())
                    .holds(!asked, "no POST authorize within 15 minutes", "POST authorize");
        }
    }
}
