package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a CPO pushes Sessions, judged from all that it pushed. Spec: mod_sessions_push_model. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionsTrafficCheck {

    @Proves(
            value = {"SES-036", "SES-050", "SES-051", "SES-056"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void urls_name_owner_and_session(Probe probe) {
        for (WireExchange call : Traffic.calls(probe)) {
            List<String> rest = call.target().orElseThrow().rest();
            JsonNode body = call.requestBody().json();
            boolean three = rest.size() == 3;
            if (call.method().equals("PATCH")) {
                probe.claim("SES-056").on(call).holds(three, "three segments behind the endpoint", rest);
            }
            boolean known = three
                    && rest.get(0).length() == 2
                    && rest.get(1).length() == 3
                    && rest.get(2).length() <= 36;
            Claim path = probe.claim("SES-036").on(call);
            if (!path.holds(known, "country_code, party_id and session id behind the endpoint", rest)) {
                continue;
            }
            boolean ours = probe.parties().stream()
                    .anyMatch(party -> party.countryCode().equalsIgnoreCase(rest.get(0))
                            && party.partyId().equalsIgnoreCase(rest.get(1)));
            path.holdsOrWarns(ours, "a party of the CPO: " + probe.parties(), rest);
            if (call.method().equals("PUT")) {
                same(probe.claim("SES-050"), call, "country_code", rest.get(0));
                same(probe.claim("SES-051"), call, "party_id", rest.get(1));
                same(probe.claim("SES-036"), call, "id", rest.get(2));
            } else if (!body.path("id").isMissingNode()) {
                same(probe.claim("SES-036"), call, "id", rest.get(2));
            }
        }
    }

    private static void same(Claim claim, WireExchange call, String field, String inUrl) {
        JsonNode inBody = call.requestBody().json().path(field);
        if (inBody.isTextual()) {
            claim.on(call)
                    .at("/" + field)
                    .holds(inBody.asText().equalsIgnoreCase(inUrl), inUrl + " as in the URL", inBody);
        }
    }

    @Proves(
            value = {"SES-048", "SES-054", "SES-065"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void puts_are_whole_and_patches_dated(Probe probe) {
        for (List<View> said : Traffic.atTheEnd(probe).sessions()) {
            Optional<Instant> before = Optional.empty();
            for (View view : said) {
                if (view.isPut()) {
                    whole(probe.claim("SES-048").on(view.exchange()), view);
                } else if (view.isPatch()) {
                    dated(probe.claim("SES-054").on(view.exchange()).at("/last_updated"), view, before);
                    added(probe, view);
                }
                // What did not arrive may be said again.
                if (view.pushed() && view.exchange().accepted()) {
                    before = Moment.of(view.written().path("last_updated"));
                }
            }
        }
    }

    private static void whole(Claim claim, View put) {
        List<String> absent = Required.FIELDS.stream()
                .filter(field -> Alike.nothing(put.written().path(field)))
                .toList();
        claim.holds(absent.isEmpty(), "all required fields in a PUT", "without " + absent);
    }

    private static void dated(Claim claim, View patch, Optional<Instant> before) {
        JsonNode text = patch.written().path("last_updated");
        Optional<Instant> updated = Moment.of(text);
        if (claim.holds(updated.isPresent(), "a DateTime in last_updated", text) && before.isPresent()) {
            claim.holdsOrWarns(updated.get().isAfter(before.get()), "later than " + before.get(), text);
        }
    }

    private static void added(Probe probe, View patch) {
        JsonNode periods = patch.written().path("charging_periods");
        if (Periods.energy(periods).filter(sum -> sum.signum() > 0).isEmpty()) {
            return;
        }
        // A kwh that was told before and covers the period has not changed with it.
        String pointer = patch.written().has("kwh") ? "/kwh" : "/charging_periods";
        Claim claim = probe.claim("SES-065").on(patch.exchange()).at(pointer);
        JsonNode kwh = patch.whole().path("kwh");
        Periods.energy(patch.whole().path("charging_periods"))
                .filter(sum -> kwh.isNumber())
                .ifPresent(sum -> claim.holds(
                        sum.subtract(kwh.decimalValue())
                                        .compareTo(probe.sut().tolerances().energyKwh())
                                <= 0,
                        "a kwh that covers the ENERGY of all periods, " + sum,
                        kwh));
    }

    @Proves(
            value = {"SES-006", "SES-101"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void statuses_follow_their_order(Probe probe) {
        for (List<View> said : Traffic.atTheEnd(probe).sessions()) {
            for (View view : said) {
                if (view.is("COMPLETED")) {
                    last(probe, said, view);
                } else if (view.is("ACTIVE")) {
                    charging(probe, said, view);
                }
            }
        }
    }

    private static void last(Probe probe, List<View> said, View completed) {
        for (View later : said) {
            if (later != completed
                    && completed.isBefore(later)
                    && later.written().has("status")) {
                JsonNode status = later.written().path("status");
                probe.claim("SES-006")
                        .on(later.exchange())
                        .at(later.pointer() + "/status")
                        .holds(status.asText().equals("COMPLETED"), "COMPLETED, as before", status);
            }
        }
    }

    private static void charging(Probe probe, List<View> said, View active) {
        for (View later : said) {
            boolean back = later.is("PENDING") || later.isReservation();
            boolean rests = later.is("ACTIVE")
                    && active.whole().path("kwh").equals(later.whole().path("kwh"));
            if (active.isBefore(later) && (back || rests && later.pushed())) {
                probe.claim("SES-101")
                        .on(later.exchange())
                        .at(later.pointer() + "/status")
                        .holds(!back, "ACTIVE until it ends, whether energy flows or not", later.status());
            }
        }
    }

    @Proves(
            value = {"SES-088", "SES-102"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void changes_are_dated_and_stop_with_completed(Probe probe) {
        for (List<View> said : Traffic.atTheEnd(probe).sessions()) {
            for (View view : said) {
                said.stream()
                        .filter(later -> later != view && view.isBefore(later))
                        .findFirst()
                        .ifPresent(later -> compare(probe, view, later));
            }
        }
    }

    private static void compare(Probe probe, View one, View later) {
        if (!one.whole().isObject() || !later.whole().isObject()) {
            return;
        }
        List<String> changed =
                one.whole().equals(later.whole()) ? List.of() : Alike.differing(one.whole(), later.whole());
        List<String> news = changed.stream()
                .filter(pointer -> !pointer.equals("/last_updated"))
                .toList();
        if (one.is("COMPLETED")) {
            probe.claim("SES-102")
                    .on(later.exchange())
                    .at(later.pointer())
                    .holds(changed.isEmpty(), "a COMPLETED Session as it was", "other values at " + changed);
        }
        Optional<Instant> before = one.moment("last_updated");
        Optional<Instant> after = later.moment("last_updated");
        if (!news.isEmpty() && before.isPresent() && after.isPresent()) {
            Claim claim = probe.claim("SES-088").on(later.exchange()).at(later.pointer() + "/last_updated");
            if (claim.holds(!after.get().isBefore(before.get()), "not before " + before.get(), after.get())) {
                claim.holdsOrWarns(!after.equals(before), "later than " + before.get() + ", as it has changed", after);
                Instant seen =
                        later.exchange().at().plus(later.exchange().took()).plusSeconds(60);
                claim.holdsOrWarns(!after.get().isAfter(seen), "not in the future", after.get());
            }
        }
    }

    @Proves(
            value = {"SES-007"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_cpo_may_look_at_our_copy(Probe probe) {
        Traffic.calls(probe).stream()
                .filter(call -> call.method().equals("GET"))
                .findFirst()
                .ifPresent(call -> probe.claim("SES-007").on(call).held());
    }
}
