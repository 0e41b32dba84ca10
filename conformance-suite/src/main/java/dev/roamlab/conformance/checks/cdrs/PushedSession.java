package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.Optional;

/** A Session that we pushed to the eMSP under test, so that a CDR can name it. */
final class PushedSession {
    private PushedSession() {}

    /** Its id of 36 characters; empty when the eMSP takes no Sessions, or not this one. */
    static Optional<String> id(Probe probe) {
        if (!probe.offers("sessions", Side.RECEIVER)) {
            return Optional.empty();
        }
        ObjectNode cdr = SampleCdrs.of(probe).plain();
        String id = SampleCdrs.padded(probe.platform().samples().id("SES"), 36);
        ObjectNode session = JsonNodeFactory.instance
                .objectNode()
                .put("country_code", probe.us().countryCode())
                .put("party_id", probe.us().partyId())
                .put("id", id);
        session.set("start_date_time", cdr.path("start_date_time"));
        session.set("end_date_time", cdr.path("end_date_time"));
        session.set("kwh", cdr.path("total_energy"));
        session.set("cdr_token", cdr.path("cdr_token"));
        session.put("auth_method", "WHITELIST")
                .put("location_id", cdr.at("/cdr_location/id").asText())
                .put("evse_uid", cdr.at("/cdr_location/evse_uid").asText())
                .put("connector_id", cdr.at("/cdr_location/connector_id").asText())
                .put("currency", "EUR")
                .put("status", "COMPLETED");
        session.set("last_updated", cdr.path("end_date_time"));
        boolean taken = probe.put(probe.endpoint("sessions", Side.RECEIVER), session)
                .path(probe.us().countryCode(), probe.us().partyId(), id)
                .send()
                .accepted();
        return taken ? Optional.of(id) : Optional.empty();
    }
}
