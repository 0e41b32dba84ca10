package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an eMSP does as a client of our Sessions list. Spec: mod_sessions_pull_model. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionsAtAnEmspCheck {
    @Proves(
            value = {"SES-008", "SES-009", "SES-029"},
            stage = Stage.DRIVEN,
            sut = SutRole.EMSP)
    void sessions_are_pulled(Probe probe) {
        boolean pushed = probe.offers("sessions", Side.RECEIVER);
        if (pushed) {
            probe.claim("SES-008").notApplicable("the eMSP lists sessions with role RECEIVER");
        }
        // What nobody told the eMSP of: a push that was lost.
        ObjectNode missed = SampleSessions.of(probe).full();
        probe.platform().owned("sessions").put(missed);
        try {
            Optional<WireExchange> get = pull(probe);
            if (!pushed) {
                Claim claim = probe.claim("SES-008");
                get.map(claim::on).orElse(claim).holds(get.isPresent(), "a GET of our list", "none");
                return;
            }
            if (get.isPresent() && covers(get.get(), missed)) {
                repaired(probe, missed);
            }
        } finally {
            probe.platform().owned("sessions").remove(missed.path("id").asText());
        }
    }

    private static Optional<WireExchange> pull(Probe probe) {
        int mark = probe.evidence().mark();
        probe.trigger("pull", Map.of("module", "sessions", "full", true));
        return probe.await(
                mark,
                call -> call.method().equals("GET") && Traffic.isAt(probe, call, Side.SENDER),
                probe.sut().timings().reaction());
    }

    private static boolean covers(WireExchange get, ObjectNode missed) {
        return query(get, "date_from")
                .flatMap(Moment::of)
                .filter(from -> !from.isAfter(SessionLists.updated(missed).orElseThrow()))
                .isPresent();
    }

    private static void repaired(Probe probe, ObjectNode missed) {
        String id = missed.path("id").asText();
        WireExchange got = probe.readBack(
                () -> Told.at(probe, "GET", id),
                answer -> answer.accepted()
                        && Alike.lacking(missed, answer.data()).isEmpty());
        probe.claim("SES-009")
                .on(got)
                .holds(got.accepted(), "the Session that was missed, after the pull", got.outcome());
        boolean full = got.accepted()
                && !Alike.nothing(got.data().path("meter_id"))
                && !Alike.nothing(got.data().path("total_cost"));
        if (!full) {
            probe.claim("SES-029").inconclusive("what the eMSP pulled is not in its receiver's copy");
            return;
        }
        ObjectNode without = missed.deepCopy().put("last_updated", SampleSessions.now());
        without.remove(List.of("meter_id", "total_cost"));
        probe.platform().owned("sessions").put(without);
        if (pull(probe).filter(get -> covers(get, without)).isEmpty()) {
            probe.claim("SES-029").inconclusive("the list was not pulled a second time");
            return;
        }
        WireExchange again = probe.readBack(
                () -> Told.at(probe, "GET", id), answer -> left(answer.data()).isEmpty());
        boolean taken = Alike.lacking(without.path("last_updated"), again.data().path("last_updated"))
                .isEmpty();
        if (taken || left(again.data()).isEmpty()) {
            probe.claim("SES-029")
                    .on(again)
                    .at("/data")
                    .holds(left(again.data()).isEmpty(), "nothing of what the list no longer has", left(again.data()));
        }
    }

    private static List<String> left(JsonNode copy) {
        return List.of("meter_id", "total_cost").stream()
                .filter(field -> !Alike.nothing(copy.path(field)))
                .toList();
    }

    private static Optional<String> query(WireExchange call, String name) {
        String raw = call.uri().getRawQuery();
        if (raw == null) {
            return Optional.empty();
        }
        for (String pair : raw.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    @Proves(value = "SES-019", stage = Stage.FINAL, sut = SutRole.EMSP)
    void first_pages_have_a_date_from(Probe probe) {
        Set<String> links = new HashSet<>();
        for (WireExchange call : atOurList(probe)) {
            boolean first = call.method().equals("GET")
                    && call.target().orElseThrow().rest().isEmpty()
                    && !links.contains(call.uri().toString());
            if (first) {
                Optional<String> from = query(call, "date_from");
                probe.claim("SES-019")
                        .on(call)
                        .at("date_from")
                        .holds(
                                from.flatMap(Moment::of).isPresent(),
                                "a DateTime in date_from",
                                from.orElse("no date_from"));
            }
            probe.next(call).ifPresent(next -> links.add(next.toString()));
        }
    }

    private static List<WireExchange> atOurList(Probe probe) {
        return probe.evidence().received(call -> Traffic.isAt(probe, call, Side.SENDER));
    }

    @Proves(
            value = {"SES-011", "SES-030", "SES-034"},
            stage = Stage.FINAL,
            sut = SutRole.EMSP)
    void preferences_go_to_their_own_url(Probe probe) {
        for (WireExchange call : atOurList(probe)) {
            if (call.method().equals("GET")) {
                continue;
            }
            List<String> rest = call.target().orElseThrow().rest();
            boolean right = rest.size() == 2 && rest.get(1).equals("charging_preferences");
            probe.claim("SES-030")
                    .on(call)
                    .holds(
                            right && call.method().equals("PUT"),
                            "PUT to /{session_id}/charging_preferences",
                            call.method() + " to /" + String.join("/", rest));
            if (right) {
                probe.claim("SES-011").on(call).held();
            }
            JsonNode body = call.requestBody().json();
            probe.claim("SES-034")
                    .on(call)
                    .holds(
                            body.isObject() && !Alike.nothing(body.path("profile_type")),
                            "one ChargingPreferences object with a profile_type",
                            body);
        }
    }

    @Proves(
            value = {"SES-010", "SES-030", "SES-034", "SES-089", "SES-098"},
            stage = Stage.DRIVEN,
            sut = SutRole.EMSP)
    void preferences_are_for_evses_that_take_them(Probe probe) {
        ObjectNode location =
                probe.platform().samples().locations().street(SpecVersion.V2_3_0, "Preferences street", List.of());
        ObjectNode incapable = (ObjectNode) location.path("evses").get(1);
        incapable.putArray("capabilities").add("RFID_READER").add("REMOTE_START_STOP_CAPABLE");
        probe.platform().owned("locations").put(location);
        SampleSessions.push(probe, Forms.in(probe.version(), location));
        try {
            boolean one = sets(probe, location, 0);
            if (!one) {
                throw probe.inconclusive("the eMSP set no charging preferences for an EVSE that takes them");
            }
            boolean other = sets(probe, location, 1);
            probe.claim("SES-010").holds(!other, "no PUT for an EVSE without CHARGING_PREFERENCES_CAPABLE", "a PUT");
        } finally {
            gone(probe, location);
        }
    }

    private static boolean sets(Probe probe, ObjectNode location, int number) {
        JsonNode evse = location.path("evses").get(number);
        ObjectNode session = SampleSessions.of(probe)
                .minimal()
                .put("location_id", location.path("id").asText())
                .put("evse_uid", evse.path("uid").asText())
                .put("connector_id", evse.at("/connectors/0/id").asText());
        String id = session.path("id").asText();
        probe.platform().owned("sessions").put(session);
        int mark = probe.evidence().mark();
        try (Told told = Told.accepted(probe, session)) {
            told.shows(session);
            probe.trigger("set-charging-preferences", Map.of("session_id", id));
        } catch (TriggerUnavailable refused) {
            if (number == 0) {
                throw refused;
            }
        }
        try {
            return probe.await(
                            mark,
                            call -> call.method().equals("PUT")
                                    && Traffic.isAt(probe, call, Side.SENDER)
                                    && call.target().orElseThrow().rest().contains(id),
                            number == 0
                                    ? probe.sut().timings().reaction()
                                    : probe.sut().timings().quiet())
                    .isPresent();
        } finally {
            probe.platform().owned("sessions").remove(id);
        }
    }

    private static void gone(Probe probe, ObjectNode location) {
        location.path("evses").forEach(evse -> ((ObjectNode) evse).put("status", "REMOVED"));
        location.put("last_updated", SampleSessions.now());
        probe.platform().owned("locations").put(location);
        SampleSessions.push(probe, Forms.in(probe.version(), location));
    }

    /** What a driver sees is out of sight; what the eMSP itself says of a Session without a price is not. */
    @Proves(value = "SES-085", stage = Stage.DRIVEN, sut = SutRole.EMSP)
    void no_price_is_not_free(Probe probe) {
        ObjectNode free = SampleSessions.of(probe).minimal();
        free.set("total_cost", SampleSessions.of(probe).price("0.00"));
        try (Told told = Told.accepted(probe, free);
                Told unpriced = Told.accepted(probe, SampleSessions.of(probe).minimal())) {
            probe.claim("SES-085")
                    .notes("0.00 is shown as " + told.shows(free).data().path("total_cost"));
            WireExchange got = unpriced.shows(unpriced.session());
            if (unpriced.isIn(got)) {
                probe.claim("SES-085")
                        .on(got)
                        .at("/data/total_cost")
                        .holds(
                                Alike.nothing(got.data().path("total_cost")),
                                "no total_cost, as none was told",
                                got.data().path("total_cost"));
            }
        }
    }
}
