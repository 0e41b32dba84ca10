package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.EnrolmentFailed;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.ResponseUrl;
import dev.roamlab.conformance.wire.WireTrouble;
import java.util.Map;

/** Two eMSPs at one CPO, who must not get at each other's reservations and charges. */
@Checks(module = CatalogueModule.COMMANDS)
final class TwoEmspsCheck {
    @Proves(
            value = {"CMD-051", "CMD-074"},
            stage = Stage.DESTRUCTIVE,
            sut = SutRole.CPO)
    void one_emsp_cannot_touch_what_is_anothers(Probe probe) {
        String tokenA = probe.trigger("invite", Map.of()).path("token").asText();
        if (tokenA.isEmpty()) {
            throw probe.inconclusive("the trigger invite gave no token");
        }
        Platform other = probe.tester().another(new Party(probe.us().countryCode(), "ZT3"), setup -> setup.empty());
        try {
            probe.tester().enrolment(other).register(probe.version(), tokenA);
        } catch (EnrolmentFailed failed) {
            throw probe.skip("a second eMSP could not register: " + failed.getMessage());
        }
        try (Place place = Reserved.place(probe)) {
            reservation(probe, other, place);
            session(probe, other, place);
        } finally {
            leave(probe, other);
        }
    }

    private static void reservation(Probe probe, Platform other, Place place) {
        ObjectNode token = StartedSessionsCheck.token(probe, "APP_USER", true);
        try (Reserved own = Reserved.of(probe, place.at(), token)) {
            if (!own.isMade() || !probe.eventually(() -> own.shows("RESERVED"))) {
                return;
            }
            ResponseUrl url = other.expectCommandResult(probe.version());
            Command foreign = Command.sendAs(
                    other,
                    probe,
                    "CANCEL_RESERVATION",
                    url,
                    other.samples().commands().cancel(url.url(), own.id()));
            boolean cancelled = foreign.accepted() && foreign.resultText().equals(Command.ACCEPTED);
            probe.claim("CMD-051")
                    .on(foreign.answer())
                    .holds(!cancelled, "no success in cancelling another eMSP's reservation", "ACCEPTED");
            probe.claim("CMD-051")
                    .on(foreign.answer())
                    .holds(own.shows("RESERVED"), "an EVSE that is still RESERVED", "another status");
        }
    }

    private static void session(Probe probe, Platform other, Place place) {
        ObjectNode token = StartedSessionsCheck.token(probe, "APP_USER", true);
        try (CommandedCharge charge = CommandedCharge.plugged(probe, place, token)) {
            if (!charge.start().accepted() || charge.session().isEmpty()) {
                return;
            }
            ResponseUrl url = other.expectCommandResult(probe.version());
            Command foreign = Command.sendAs(
                    other,
                    probe,
                    "STOP_SESSION",
                    url,
                    other.samples()
                            .commands()
                            .stop(url.url(), charge.session().get().path("id").asText()));
            probe.claim("CMD-074")
                    .on(foreign.answer())
                    .holds(!foreign.accepted(), "REJECTED or UNKNOWN_SESSION", foreign.told());
        }
    }

    private static void leave(Probe probe, Platform platform) {
        try {
            probe.tester().enrolment(platform).unregister();
        } catch (WireTrouble | EnrolmentFailed away) {
            platform.unrelated();
        }
    }
}
