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
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.math.BigDecimal;
import java.util.List;

/** The longest and the oddest that an eMSP has to take. Spec: mod_sessions_session_object. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionLimitsCheck {
    private static final int ID = 36;
    private static final int METER = 255;

    @Proves(value = "SES-072", sut = SutRole.EMSP)
    void texts_may_be_as_long_as_they_may(Probe probe) {
        ObjectNode location = longLocation(probe);
        SampleSessions.push(probe, location);
        ObjectNode session = SampleSessions.of(probe)
                .minimal()
                .put("id", padded(probe.platform().samples().id("SES"), ID))
                .put("location_id", location.path("id").asText())
                .put("evse_uid", location.at("/evses/0/uid").asText())
                .put("connector_id", location.at("/evses/0/connectors/0/id").asText())
                .put("authorization_reference", padded("AUTH-", ID))
                .put("meter_id", padded("METER-", METER));
        try (Told told = Told.by(probe, session)) {
            Claim claim = probe.claim("SES-072");
            if (claim.on(told.answer())
                    .holds(
                            told.answer().accepted(),
                            "acceptance of texts of the greatest length",
                            told.answer().outcome())) {
                WireExchange got = told.shows(session);
                List<String> other = Alike.lacking(session, got.data());
                claim.on(got)
                        .at("/data")
                        .holds(
                                List.of("/id", "/location_id", "/evse_uid", "/connector_id").stream()
                                        .noneMatch(other::contains),
                                "ids of 36 characters",
                                "other values at " + other);
                claim.on(got)
                        .at("/data")
                        .holdsOrWarns(
                                !other.contains("/authorization_reference") && !other.contains("/meter_id"),
                                "optional texts as they were sent",
                                "other values at " + other);
            }
        } finally {
            ((ObjectNode) location.at("/evses/0")).put("status", "REMOVED");
            SampleSessions.push(probe, location.put("last_updated", SampleSessions.now()));
        }
        ObjectNode tooLong = SampleSessions.of(probe)
                .minimal()
                .put("id", padded(probe.platform().samples().id("SES"), ID + 1));
        WireExchange answer = Told.by(probe, tooLong).answer();
        probe.claim("SES-072")
                .on(answer)
                .holdsOrWarns(answer.refused(), "a refusal of an id of 37 characters", answer.outcome());
    }

    private static ObjectNode longLocation(Probe probe) {
        ObjectNode location = probe.platform().samples().locations().minimal(probe.version());
        location.put("id", padded(location.path("id").asText(), ID));
        JsonNode evse = location.at("/evses/0");
        ((ObjectNode) evse).put("uid", padded(evse.path("uid").asText(), ID));
        ((ObjectNode) evse.at("/connectors/0")).put("id", padded("CONNECTOR-", ID));
        return location;
    }

    static String padded(String text, int length) {
        return text + "X".repeat(Math.max(0, length - text.length()));
    }

    @Proves(value = "SES-016", sut = SutRole.EMSP)
    void a_reservation_alone_may_be_billed(Probe probe) {
        if (!probe.offers("cdrs", Side.RECEIVER)) {
            throw probe.inconclusive("the eMSP takes no CDRs");
        }
        ObjectNode token = probe.platform().samples().tokens().minimal(probe.version());
        ObjectNode cdr = probe.platform().samples().charges().minimalCdr(probe.version(), token);
        JsonNode driver = SampleSessions.of(probe).minimal().path("cdr_token");
        cdr.set("cdr_token", driver);
        cdr.remove("session_id");
        cdr.put("total_energy", 0).put("total_time", new BigDecimal("0.5"));
        ObjectNode place = (ObjectNode) cdr.path("cdr_location");
        place.put("evse_uid", "#NA").put("evse_id", "#NA").put("connector_id", "#NA");
        ObjectNode period = (ObjectNode) cdr.path("charging_periods").get(0);
        period.putArray("dimensions")
                .addObject()
                .put("type", "RESERVATION_TIME")
                .put("volume", new BigDecimal("0.5"));
        cdr.putArray("charging_periods").add(period);
        ObjectNode sent = Forms.in(probe.version(), cdr);
        WireExchange answer =
                probe.post(probe.endpoint("cdrs", Side.RECEIVER), sent).send();
        probe.claim("SES-016")
                .on(answer)
                .holds(answer.accepted(), "acceptance of a CDR without energy", answer.outcome());
    }
}
