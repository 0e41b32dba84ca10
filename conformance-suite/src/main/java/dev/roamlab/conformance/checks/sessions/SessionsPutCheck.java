package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
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

/** What a PUT of a Session does at an eMSP. Spec: mod_sessions_msp_put_method. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionsPutCheck {
    private static final String PERIODS = "charging_periods";
    private static final List<String> OPTIONAL =
            List.of("meter_id", "authorization_reference", "end_date_time", "total_cost");

    @Proves(value = "SES-043", sut = SutRole.EMSP)
    void put_replaces_the_whole_session(Probe probe) {
        ObjectNode first = SampleSessions.of(probe).full();
        try (Told told = Told.accepted(probe, first)) {
            told.copy();
            ObjectNode second = first.deepCopy().put("kwh", 2.5).put("last_updated", SampleSessions.now());
            second.remove(OPTIONAL);
            told.done(told.put(second));
            WireExchange got = told.readBack(
                    copy -> Alike.lacking(second, copy).isEmpty() && left(copy).isEmpty());
            Claim claim = probe.claim("SES-043").on(got).at("/data");
            claim.holds(left(got.data()).isEmpty(), "none of the fields that the new object lacks", left(got.data()));
            claim.holds(
                    Alike.lacking(second, got.data()).stream().noneMatch(SessionsPutCheck::isRequired),
                    "the required fields of the new object",
                    "other values at " + Alike.lacking(second, got.data()));
        }
    }

    private static List<String> left(JsonNode copy) {
        return OPTIONAL.stream()
                .filter(field -> !Alike.nothing(copy.path(field)))
                .toList();
    }

    private static boolean isRequired(String pointer) {
        return Required.FIELDS.contains(pointer.split("/", 3)[1]);
    }

    @Proves(value = "SES-044", sut = SutRole.EMSP)
    void put_replaces_the_charging_periods(Probe probe) {
        SampleSessions samples = SampleSessions.of(probe);
        try (Told told = Told.accepted(probe, samples.withPeriods(2))) {
            kept(probe, told, 2);
            ObjectNode second = told.session().deepCopy().put("last_updated", SampleSessions.now());
            second.putArray(PERIODS).add(samples.period(2));
            told.done(told.put(second));
            WireExchange got = told.readBack(copy -> Alike.lacking(second, copy).isEmpty());
            probe.claim("SES-044")
                    .on(got)
                    .at("/data/charging_periods")
                    .holds(
                            Alike.lacking(second.path(PERIODS), got.data().path(PERIODS))
                                    .isEmpty(),
                            "the one period of the second PUT",
                            got.data().path(PERIODS));
        }
    }

    /** The periods are optional: a Receiver that keeps none has nothing to replace. */
    private static void kept(Probe probe, Told told, int periods) {
        JsonNode copy = told.shows(told.session()).data();
        if (copy.path(PERIODS).size() != periods) {
            throw probe.inconclusive("the eMSP did not keep the charging periods of the first PUT");
        }
    }

    @Proves(
            value = {"SES-045", "SES-046"},
            sut = SutRole.EMSP)
    void put_without_periods_empties_the_list(Probe probe) {
        for (String requirement : List.of("SES-045", "SES-046")) {
            try (Told told = Told.accepted(probe, SampleSessions.of(probe).withPeriods(2))) {
                kept(probe, told, 2);
                ObjectNode second = told.session().deepCopy().put("last_updated", SampleSessions.now());
                if (requirement.equals("SES-045")) {
                    second.remove(PERIODS);
                } else {
                    second.putArray(PERIODS);
                }
                told.done(told.put(second));
                WireExchange got = told.readBack(copy -> Alike.nothing(copy.path(PERIODS)));
                probe.claim(requirement)
                        .on(got)
                        .at("/data/charging_periods")
                        .holds(
                                told.isIn(got) && Alike.nothing(got.data().path(PERIODS)),
                                "no charging periods",
                                got.data().path(PERIODS));
            }
        }
    }

    @Proves(value = "SES-049", sut = SutRole.EMSP)
    void a_session_without_a_required_field_is_refused(Probe probe) {
        for (String field : Required.FIELDS) {
            ObjectNode session = SampleSessions.of(probe).minimal();
            String id = session.path("id").asText();
            session.remove(field);
            WireExchange answer = Told.at(probe, "PUT", id).body(session).send();
            Claim claim = probe.claim("SES-049").on(answer);
            if (claim.holds(answer.refused(), "a refusal for want of " + field, answer.outcome())) {
                claim.holdsOrWarns(
                        answer.ocpiStatus().filter(code -> code == 2001).isPresent(),
                        "status_code 2001 for want of " + field,
                        answer.outcome());
                WireExchange got = Told.at(probe, "GET", id).send();
                claim.on(got).holds(!got.accepted(), "nothing stored of a PUT without " + field, got.outcome());
            }
        }
    }

    @Proves(value = "SES-052", sut = SutRole.EMSP)
    void url_and_body_name_the_same_session(Probe probe) {
        ObjectNode session = SampleSessions.of(probe).minimal();
        String other = UUID.randomUUID().toString();
        WireExchange answer = Told.at(probe, "PUT", other).body(session).send();
        Claim claim = probe.claim("SES-052");
        claim.on(answer)
                .holds(
                        answer.ocpiStatus().filter(code -> code == 2001).isPresent(),
                        "status_code 2001",
                        answer.outcome());
        for (String id : List.of(other, session.path("id").asText())) {
            WireExchange got = Told.at(probe, "GET", id).send();
            claim.on(got).holds(!got.accepted(), "nothing stored under " + id, got.outcome());
        }
    }

    @Proves(value = "SES-066", sut = SutRole.EMSP)
    void a_session_can_have_no_energy(Probe probe) {
        ObjectNode session = SampleSessions.of(probe).minimal().put("kwh", 0).put("status", "COMPLETED");
        session.set("end_date_time", session.path("last_updated"));
        Told told = Told.by(probe, session);
        Claim claim = probe.claim("SES-066");
        if (claim.on(told.answer())
                .holds(
                        told.answer().accepted(),
                        "acceptance of kwh 0",
                        told.answer().outcome())) {
            WireExchange got = told.shows(session);
            JsonNode kwh = got.data().path("kwh");
            claim.on(got)
                    .at("/data/kwh")
                    .holds(kwh.isNumber() && kwh.decimalValue().signum() == 0, "kwh 0", kwh);
        }
    }

    @Proves(value = "SES-070", sut = SutRole.EMSP)
    void optional_fields_may_be_left_out(Probe probe) {
        ObjectNode nulls = SampleSessions.of(probe).minimal();
        OPTIONAL.forEach(nulls::putNull);
        nulls.putNull(PERIODS);
        ObjectNode empty = SampleSessions.of(probe).minimal();
        empty.putArray(PERIODS);
        for (ObjectNode session : List.of(SampleSessions.of(probe).minimal(), empty, nulls)) {
            try (Told told = Told.by(probe, session)) {
                Claim claim = probe.claim("SES-070").on(told.answer());
                String actual = told.answer().outcome();
                if (session == nulls) {
                    claim.holdsOrWarns(told.answer().accepted(), "acceptance with optional fields null", actual);
                } else {
                    claim.holds(told.answer().accepted(), "acceptance without the optional fields", actual);
                }
            }
        }
    }

    @Proves(value = "SES-071", sut = SutRole.EMSP)
    void unknown_fields_are_no_reason_to_refuse(Probe probe) {
        ObjectNode session = SampleSessions.of(probe).minimal();
        session.putObject("lab_extension").put("a", 1);
        try (Told told = Told.by(probe, session)) {
            probe.claim("SES-071")
                    .on(told.answer())
                    .holds(
                            told.answer().accepted(),
                            "acceptance of a field lab_extension",
                            told.answer().outcome());
        }
    }

    @Proves(value = "SES-079", sut = SutRole.EMSP)
    void auth_method_may_change(Probe probe) {
        ObjectNode reserved = SampleSessions.of(probe)
                .minimal()
                .put("kwh", 0)
                .put("status", "RESERVATION")
                .put("auth_method", "COMMAND");
        try (Told told = Told.accepted(probe, reserved)) {
            WireExchange patched =
                    told.patch(SampleSessions.change().put("status", "ACTIVE").put("auth_method", "WHITELIST"));
            Claim claim = probe.claim("SES-079");
            claim.on(patched).holds(patched.accepted(), "acceptance", patched.outcome());
            WireExchange got =
                    told.readBack(copy -> copy.path("auth_method").asText().equals("WHITELIST"));
            claim.on(got)
                    .at("/data/auth_method")
                    .holds(
                            got.data().path("auth_method").asText().equals("WHITELIST"),
                            "WHITELIST",
                            got.data().path("auth_method"));
        }
    }
}
