package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.UUID;

/** What a PATCH of a Session does at an eMSP. Spec: mod_sessions_patch_method. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionsPatchCheck {
    private static final String PERIODS = "charging_periods";

    @Proves(value = "SES-053", sut = SutRole.EMSP)
    void patch_leaves_other_fields_alone(Probe probe) {
        try (Told told = Told.accepted(probe, SampleSessions.of(probe).full())) {
            changesOnly(probe, "SES-053", told, SampleSessions.change().put("kwh", 2.75), "kwh");
        }
    }

    @Proves(value = "SES-064", sut = SutRole.EMSP)
    void total_cost_is_patched_on_the_session(Probe probe) {
        try (Told told = Told.accepted(probe, SampleSessions.of(probe).full())) {
            if (told.copy().path("total_cost").isMissingNode()) {
                throw probe.inconclusive("the eMSP did not keep total_cost");
            }
            ObjectNode change = SampleSessions.change();
            change.set("total_cost", SampleSessions.of(probe).price("2.50"));
            changesOnly(probe, "SES-064", told, change, "total_cost");
        }
    }

    private static void changesOnly(Probe probe, String requirement, Told told, ObjectNode change, String field) {
        JsonNode before = told.shows(told.session()).data();
        told.done(told.patch(change));
        WireExchange got = told.shows(change);
        Claim claim = probe.claim(requirement).on(got);
        List<String> lacking = Alike.lacking(change, got.data());
        claim.at("/data/" + field).holds(lacking.isEmpty(), change.toString(), "other values at " + lacking);
        List<String> other = Told.changed(before, got.data(), field, "last_updated");
        claim.at("/data").holds(other.isEmpty(), "all other fields as before", "other values at " + other);
    }

    @Proves(value = "SES-055", sut = SutRole.EMSP)
    void patch_without_last_updated_is_refused(Probe probe) {
        try (Told told = Told.accepted(probe, SampleSessions.of(probe).minimal())) {
            JsonNode before = told.copy();
            ObjectNode change = JsonNodeFactory.instance.objectNode().put("kwh", 2.75);
            WireExchange answer = told.patch(change);
            Claim claim = probe.claim("SES-055");
            claim.on(answer)
                    .holds(
                            answer.ocpiStatus().filter(code -> code == 2001).isPresent(),
                            "status_code 2001",
                            answer.outcome());
            WireExchange got = told.call("GET").send();
            claim.on(got)
                    .at("/data/kwh")
                    .holds(
                            Alike.lacking(before.path("kwh"), got.data().path("kwh"))
                                    .isEmpty(),
                            "kwh as before",
                            got.data().path("kwh"));
        }
    }

    @Proves(value = "SES-057", sut = SutRole.EMSP)
    void patch_of_inner_objects_is_refused(Probe probe) {
        try (Told told = Told.accepted(probe, SampleSessions.of(probe).full())) {
            JsonNode before = told.copy();
            ObjectNode price = SampleSessions.of(probe).price("9.00").put("last_updated", SampleSessions.now());
            ObjectNode periods = SampleSessions.change();
            periods.putArray(PERIODS).add(SampleSessions.of(probe).period(5));
            Claim claim = probe.claim("SES-057");
            for (WireExchange answer : List.of(
                    told.call("PATCH").path(PERIODS).body(periods).send(),
                    told.call("PATCH").path("total_cost").body(price).send())) {
                claim.on(answer).holds(!answer.accepted(), "a refusal such as HTTP 404", answer.outcome());
            }
            WireExchange got = told.call("GET").send();
            List<String> other = Told.changed(before, got.data());
            claim.on(got).at("/data").holds(other.isEmpty(), "the Session as it was", "other values at " + other);
        }
    }

    @Proves(value = "SES-058", sut = SutRole.EMSP)
    void patch_appends_charging_periods(Probe probe) {
        SampleSessions samples = SampleSessions.of(probe);
        try (Told told = Told.accepted(probe, samples.withPeriods(1))) {
            kept(probe, told);
            ObjectNode one = SampleSessions.change().put("kwh", 1.75);
            one.putArray(PERIODS).add(samples.period(1));
            told.done(told.patch(one));
            ObjectNode two = SampleSessions.change().put("kwh", 2.25);
            two.putArray(PERIODS).add(samples.period(2)).add(samples.period(3));
            told.done(told.patch(two));
            JsonNode all = samples.withPeriods(4).path(PERIODS);
            WireExchange got =
                    told.readBack(copy -> Alike.lacking(all, copy.path(PERIODS)).isEmpty());
            probe.claim("SES-058")
                    .on(got)
                    .at("/data/charging_periods")
                    .holds(
                            Alike.lacking(all, got.data().path(PERIODS)).isEmpty(),
                            "all four periods, each once",
                            got.data().path(PERIODS));
        }
    }

    @Proves(
            value = {"SES-059", "SES-060"},
            sut = SutRole.EMSP)
    void patch_without_charging_periods_keeps_them(Probe probe) {
        for (String requirement : List.of("SES-059", "SES-060")) {
            try (Told told = Told.accepted(probe, SampleSessions.of(probe).withPeriods(2))) {
                kept(probe, told);
                ObjectNode change = SampleSessions.change();
                if (requirement.equals("SES-059")) {
                    change.put("status", "COMPLETED");
                } else {
                    change.putArray(PERIODS);
                }
                told.done(told.patch(change));
                JsonNode periods = told.session().path(PERIODS);
                WireExchange got =
                        told.readBack(copy -> Alike.lacking(change, copy).isEmpty()
                                && Alike.lacking(periods, copy.path(PERIODS)).isEmpty());
                probe.claim(requirement)
                        .on(got)
                        .at("/data/charging_periods")
                        .holds(
                                Alike.lacking(periods, got.data().path(PERIODS)).isEmpty(),
                                "the two periods that were there",
                                got.data().path(PERIODS));
            }
        }
    }

    /** The periods are optional: of a Receiver that keeps none nothing can be said. */
    private static void kept(Probe probe, Told told) {
        JsonNode copy = told.shows(told.session()).data();
        if (!Alike.lacking(told.session().path(PERIODS), copy.path(PERIODS)).isEmpty()) {
            throw probe.inconclusive("the eMSP did not keep the charging periods of a PUT");
        }
    }

    @Proves(value = "SES-062", sut = SutRole.EMSP)
    void patch_of_an_unknown_session_fails(Probe probe) {
        String id = UUID.randomUUID().toString();
        WireExchange answer = Told.at(probe, "PATCH", id)
                .body(SampleSessions.change().put("kwh", 2.75))
                .send();
        Claim claim = probe.claim("SES-062");
        claim.on(answer).holds(answer.refused(), "HTTP 404 or a status_code 2xxx", answer.outcome());
        WireExchange got = Told.at(probe, "GET", id).send();
        claim.on(got).holds(!got.accepted(), "no Session made of a PATCH", got.outcome());
    }
}
