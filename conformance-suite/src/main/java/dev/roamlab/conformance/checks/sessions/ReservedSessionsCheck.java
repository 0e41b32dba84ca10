package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.Optional;

/** Reservations at a CPO, used and cancelled. Spec: mod_sessions_reservation. */
@Checks(module = CatalogueModule.SESSIONS)
final class ReservedSessionsCheck {
    @Proves(
            value = {"SES-012", "SES-013", "SES-014", "SES-063", "SES-080", "SES-081"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_reservation_becomes_the_charge(Probe probe) {
        try (Drive drive = Drive.prepared(probe, "NEVER", place -> true)) {
            String later = probe.platform().samples().id("AUTH");
            var allowed = probe.platform()
                    .samples()
                    .tokens()
                    .authorization("ALLOWED", drive.token())
                    .put("authorization_reference", later);
            probe.platform().authorize(drive.uid(), allowed);
            String first = drive.reserve();
            reserved(probe, drive);
            String reservation = drive.id();
            drive.byCard();
            JsonNode session = drive.active();
            probe.claim("SES-014")
                    .holds(
                            session.path("id").asText().equalsIgnoreCase(reservation),
                            "the reservation's session " + reservation,
                            session.path("id"));
            reference(probe, drive, session, first, later);
            refused(probe, drive);
            drive.stop();
            drive.pushed(view -> view.is("COMPLETED"), probe.sut().timings().session());
        }
    }

    private static void reserved(Probe probe, Drive drive) {
        Optional<View> told =
                drive.pushed(View::isReservation, probe.sut().timings().reaction());
        Optional<JsonNode> session = told.map(View::whole).or(drive::listed);
        if (told.isPresent()) {
            probe.claim("SES-013")
                    .on(told.get().exchange())
                    .holds(
                            told.get().isPut(),
                            "a PUT of the reservation's Session",
                            told.get().exchange().method());
        } else {
            boolean pushes = !Traffic.calls(probe).isEmpty();
            if (pushes || session.isEmpty()) {
                probe.claim("SES-013").deviates("a PUT of the reservation's Session", "none");
            }
        }
        String status = session.map(one -> one.path("status").asText()).orElse("no Session");
        Claim claim = probe.claim("SES-012");
        if (status.equals("RESERVED")) {
            claim.warns("status RESERVATION", status);
        } else {
            claim.holds(status.equals("RESERVATION"), "a Session with status RESERVATION", status);
        }
    }

    /** What was said last counts: to whom we were asked about, the answer; else the command. */
    private static void reference(Probe probe, Drive drive, JsonNode session, String first, String later) {
        boolean asked = !probe.evidence()
                .received(call -> call.target()
                        .filter(target -> target.is("tokens", Side.SENDER)
                                && target.rest().contains(drive.uid()))
                        .isPresent())
                .isEmpty();
        JsonNode found = session.path("authorization_reference");
        if (asked) {
            probe.claim("SES-081")
                    .holds(
                            found.asText().equalsIgnoreCase(later),
                            "the reference of the authorization, " + later,
                            found);
        } else {
            probe.claim("SES-080")
                    .holds(found.asText().equalsIgnoreCase(first), "the reference of the reservation, " + first, found);
        }
    }

    /** A PATCH and all looks at the copy find nothing, until the whole comes. */
    private static void refused(Probe probe, Drive drive) {
        Reply unknown = Reply.ocpi(404, 2001, "unknown Session");
        try (Script lost = probe.platform()
                        .script(incoming ->
                                drive.isNamed(incoming.rest()) && incoming.is("PATCH", "sessions", Side.RECEIVER))
                        .times(1)
                        .answer(unknown);
                Script missing = probe.platform()
                        .script(incoming ->
                                drive.isNamed(incoming.rest()) && incoming.is("GET", "sessions", Side.RECEIVER))
                        .answer(unknown)) {
            Optional<WireExchange> patch = lost.await(probe.sut().timings().push());
            if (patch.isEmpty()) {
                probe.claim("SES-063").inconclusive("no PATCH came that could be refused");
                return;
            }
            Optional<WireExchange> look = missing.await(probe.sut().timings().reaction());
            Claim claim = probe.claim("SES-063").on(look.orElse(patch.get()));
            claim.holds(look.isPresent(), "a GET of the Session after its PATCH failed", "none");
            boolean put = probe.await(
                            0,
                            call -> call.method().equals("PUT")
                                    && Traffic.isAt(probe, call, Side.RECEIVER)
                                    && drive.isNamed(call.target().orElseThrow().rest())
                                    && call.at().isAfter(patch.get().at()),
                            probe.sut().timings().reaction())
                    .isPresent();
            claim.holds(put, "a PUT of the whole Session that was missing", "none");
        }
    }

    @Proves(
            value = {"SES-012", "SES-013", "SES-015"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_reservation_that_is_cancelled_is_completed(Probe probe) {
        try (Drive drive = Drive.prepared(probe, "ALWAYS", place -> true)) {
            drive.reserve();
            reserved(probe, drive);
            drive.cancel();
            Optional<View> told = drive.pushed(
                    view -> view.is("COMPLETED") || view.is("INVALID"),
                    probe.sut().timings().reaction());
            String status = told.map(View::status)
                    .or(() ->
                            drive.listed().map(session -> session.path("status").asText()))
                    .orElse("");
            Claim claim = probe.claim("SES-015");
            told.map(View::exchange)
                    .map(claim::on)
                    .orElse(claim)
                    .holds(status.equals("COMPLETED"), "COMPLETED after the reservation was cancelled", status);
        }
    }
}
