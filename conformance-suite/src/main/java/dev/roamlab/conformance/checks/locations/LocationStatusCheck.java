package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Places.Place;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Incoming;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The status of an EVSE that its operator changes. Spec: mod_locations_flow_and_lifecycle, mod_locations_patch_method. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationStatusCheck {
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int ENDLESS = 20;

    @Proves(
            value = {"LOC-018", "LOC-025"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_status_change_is_pushed_and_dated(Probe probe) {
        try (Place place = probe.takePlace()) {
            Startable at = place.at();
            Optional<Instant> before = location(probe, at).flatMap(Parts::updated);
            int mark = probe.evidence().mark();
            set(probe, at, "INOPERATIVE");
            try {
                pushed(probe, mark, at);
                boolean visible = probe.eventually(() -> status(probe, at).equals("INOPERATIVE"));
                if (visible) {
                    before.ifPresent(moment -> dated(probe, at, moment));
                }
            } finally {
                set(probe, at, "AVAILABLE");
            }
        }
    }

    private static void set(Probe probe, Startable at, String status) {
        probe.trigger(
                "set-evse-status", Map.of("location_id", at.locationId(), "evse_uid", at.evseUid(), "status", status));
    }

    private static Optional<JsonNode> location(Probe probe, Startable at) {
        WireExchange answer = probe.get(probe.endpoint("locations", Side.SENDER))
                .path(at.locationId())
                .send();
        return Optional.of(answer.data()).filter(data -> answer.accepted() && data.isObject());
    }

    private static String status(Probe probe, Startable at) {
        return location(probe, at)
                .flatMap(location -> Parts.evse(location, at.evseUid()))
                .map(evse -> Parts.text(evse, "status"))
                .orElse("");
    }

    private static void pushed(Probe probe, int mark, Startable at) {
        Optional<WireExchange> push = probe.await(
                mark,
                exchange -> tells(probe, exchange, at, "INOPERATIVE"),
                probe.sut().timings().push());
        if (push.isPresent()) {
            probe.claim("LOC-018").on(push.get()).held();
        } else {
            probe.claim("LOC-018")
                    .deviates(
                            "a PUT or PATCH with status INOPERATIVE for EVSE " + at.evseUid() + " within "
                                    + probe.sut().timings().push().toSeconds() + " s",
                            "no such push");
        }
    }

    private static boolean tells(Probe probe, WireExchange exchange, Startable at, String status) {
        return LocationPushesCheck.isPush(exchange, probe)
                && exchange.target().orElseThrow().rest().get(2).equalsIgnoreCase(at.locationId())
                && PushedStatus.of(exchange, at.evseUid()).equals(status);
    }

    /** Moments are compared by the system's own clock: ours may differ. */
    private static void dated(Probe probe, Startable at, Instant before) {
        String from = Moments.text(before.plusMillis(1));
        var later = Listing.filtered(probe, "date_from", from);
        boolean listed = Parts.with("id", at.locationId(), later.objects()).isPresent();
        probe.claim("LOC-025")
                .on(later.pages().get(0))
                .at("/data")
                .holds(
                        listed,
                        "the Location " + at.locationId() + " since " + from,
                        later.objects().size() + " others");
    }

    @Proves(
            value = {"LOC-068"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_failed_patch_is_followed_by_get_and_put(Probe probe) {
        try (Place place = probe.takePlace();
                Script unknown = probe.platform()
                        .script(incoming ->
                                List.of("GET", "PATCH").contains(incoming.method()) && isAbout(incoming, place))
                        .answer(Reply.ocpi(404, 2003, "unknown here"))) {
            int mark = probe.evidence().mark();
            set(probe, place.at(), "INOPERATIVE");
            try {
                Optional<WireExchange> patch = unknown.await(
                                probe.sut().timings().push())
                        .filter(hit -> hit.method().equals("PATCH"));
                WireExchange failed = patch.orElseThrow(
                        () -> probe.inconclusive("the CPO pushed the change of status without PATCH, or not at all"));
                recovered(probe, mark, place, unknown, failed);
            } finally {
                set(probe, place.at(), "AVAILABLE");
            }
        }
    }

    private static boolean isAbout(Incoming incoming, Place place) {
        return incoming.target()
                        .filter(target -> target.is("locations", Side.RECEIVER))
                        .isPresent()
                && incoming.rest().size() == 4
                && incoming.rest().get(3).equalsIgnoreCase(place.at().evseUid());
    }

    private static void recovered(Probe probe, int mark, Place place, Script unknown, WireExchange failed) {
        Duration reaction = probe.sut().timings().reaction();
        Optional<WireExchange> get = probe.await(
                mark,
                exchange -> exchange.method().equals("GET") && exchange.uri().equals(failed.uri()),
                reaction);
        Optional<WireExchange> put = probe.await(mark, exchange -> isPutOf(probe, exchange, place), reaction);
        probe.claim("LOC-068")
                .on(get.orElse(failed))
                .holds(get.isPresent(), "a GET of " + failed.uri().getPath(), "none");
        probe.claim("LOC-068")
                .on(put.orElse(failed))
                .holds(put.isPresent(), "a PUT of the whole object", "none within " + reaction.toSeconds() + " s");
        long patches = unknown.hits().stream()
                .filter(hit -> hit.method().equals("PATCH"))
                .count();
        probe.claim("LOC-068")
                .on(failed)
                .holds(patches < ENDLESS, "no endless repetition", patches + " times the same PATCH");
    }

    private static boolean isPutOf(Probe probe, WireExchange exchange, Place place) {
        return LocationPushesCheck.isPush(exchange, probe)
                && exchange.target()
                        .orElseThrow()
                        .rest()
                        .get(2)
                        .equalsIgnoreCase(place.at().locationId());
    }

    @Proves(value = "LOC-011", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void after_a_server_error_a_cpo_may_look(Probe probe) {
        try (Place place = probe.takePlace();
                Script broken = probe.platform()
                        .script(incoming -> !incoming.method().equals("GET") && isAbout(incoming, place))
                        .times(1)
                        .answer(Reply.ocpi(500, 3000, "something went wrong here"))) {
            set(probe, place.at(), "INOPERATIVE");
            try {
                if (broken.await(probe.sut().timings().push()).isEmpty()) {
                    throw probe.inconclusive("the CPO did not push the change of status");
                }
            } finally {
                set(probe, place.at(), "AVAILABLE");
            }
        }
    }

    /** Nothing obliges it to look, so nobody waits for that. */
    @Proves(value = "LOC-011", stage = Stage.FINAL, sut = SutRole.CPO)
    void a_look_after_a_server_error_is_noticed(Probe probe) {
        for (WireExchange push : LocationPushesCheck.pushes(probe)) {
            if (push.status() / 100 == 5) {
                boolean looked = !probe.evidence()
                        .received(call -> call.method().equals("GET")
                                && call.uri().equals(push.uri())
                                && call.at().isAfter(push.at()))
                        .isEmpty();
                probe.claim("LOC-011").on(push).holds(looked, "a GET of the same URL", "none");
            }
        }
    }

    @Proves(value = "LOC-169", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void the_status_follows_a_charge(Probe probe) {
        JsonNode token = probe.platform().owned("tokens").list().stream()
                .filter(one -> one.path("whitelist").asText().equals("ALWAYS")
                        && one.path("valid").asBoolean())
                .findFirst()
                .orElseThrow(() -> probe.skip("we own no token that may charge"));
        try (Place place = probe.takePlace()) {
            know(probe, token);
            Startable at = place.at();
            int mark = probe.evidence().mark();
            probe.trigger(
                    "start-session",
                    Map.of(
                            "token_uid", Parts.text(token, "uid"),
                            "location_id", at.locationId(),
                            "evse_uid", at.evseUid(),
                            "connector_id", at.connectorId()));
            boolean charging = probe.eventually(
                    probe.sut().timings().push(), () -> status(probe, at).equals("CHARGING"));
            probe.claim("LOC-169")
                    .holds(charging, "CHARGING at EVSE " + at.evseUid() + " during a charge", status(probe, at));
            stop(probe, mark, at);
            boolean free = probe.eventually(
                    probe.sut().timings().push(), () -> status(probe, at).equals("AVAILABLE"));
            probe.claim("LOC-169").holds(free, "AVAILABLE after the charge", status(probe, at));
        }
    }

    private static void know(Probe probe, JsonNode token) {
        if (probe.offers("tokens", Side.RECEIVER)) {
            probe.put(probe.endpoint("tokens", Side.RECEIVER), token)
                    .path(Parts.text(token, "country_code"), Parts.text(token, "party_id"), Parts.text(token, "uid"))
                    .send();
        }
    }

    private static void stop(Probe probe, int mark, Startable at) {
        WireExchange session = probe.await(
                        mark,
                        exchange -> exchange.target()
                                        .filter(target -> target.is("sessions", Side.RECEIVER))
                                        .isPresent()
                                && Parts.text(exchange.requestBody().json(), "evse_uid")
                                        .equalsIgnoreCase(at.evseUid()),
                        probe.sut().timings().push())
                .orElseThrow(
                        () -> probe.inconclusive("no Session was pushed for the charge, so that it cannot be stopped"));
        probe.trigger(
                "stop-session",
                Map.of("session_id", Parts.text(session.requestBody().json(), "id")));
        if (!probe.eventually(MOMENT, () -> status(probe, at).equals("AVAILABLE"))) {
            try {
                probe.trigger(
                        "unplug",
                        Map.of(
                                "location_id", at.locationId(),
                                "evse_uid", at.evseUid(),
                                "connector_id", at.connectorId()));
            } catch (TriggerUnavailable alone) {
                // Whoever cannot unplug by trigger does it by hand, or the status says what it says.
                probe.claim("LOC-169").notes(alone.getMessage());
            }
        }
    }
}
