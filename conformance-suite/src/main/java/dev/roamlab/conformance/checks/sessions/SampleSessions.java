package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.tester.TokenSamples;
import dev.roamlab.conformance.wire.Target.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Valid Sessions of ours, at a Location of ours that was told, of a driver whom the eMSP under test knows. */
final class SampleSessions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration AGE = Duration.ofMinutes(30);

    private final Probe probe;
    private final Instant start = Instant.now().minus(AGE).truncatedTo(ChronoUnit.SECONDS);

    private SampleSessions(Probe probe) {
        this.probe = probe;
    }

    static SampleSessions of(Probe probe) {
        return new SampleSessions(probe);
    }

    /** One that goes on, with nothing that is not required. */
    ObjectNode minimal() {
        Party us = probe.us();
        JsonNode location = probe.once("a location for sessions", () -> told(probe));
        JsonNode evse = location.path("evses").path(0);
        ObjectNode session = JSON.objectNode()
                .put("country_code", us.countryCode())
                .put("party_id", us.partyId())
                .put("id", probe.platform().samples().id("SES"))
                .put("start_date_time", Moment.text(start))
                .put("kwh", new BigDecimal("1.5"));
        session.set("cdr_token", driver(probe));
        session.put("auth_method", "WHITELIST")
                .put("location_id", location.path("id").asText())
                .put("evse_uid", evse.path("uid").asText())
                .put("connector_id", evse.at("/connectors/0/id").asText())
                .put("currency", "EUR")
                .put("status", "ACTIVE")
                .put("last_updated", Moment.text(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS)));
        return session;
    }

    /** One with every optional field and one charging period. */
    ObjectNode full() {
        ObjectNode session = minimal()
                .put("end_date_time", Moment.text(start.plus(AGE.dividedBy(2))))
                .put("authorization_reference", probe.platform().samples().id("AUTH"))
                .put("meter_id", "METER-1");
        session.set("total_cost", price("1.00"));
        session.putArray("charging_periods").add(period(0));
        return session;
    }

    /** One with so many charging periods. */
    ObjectNode withPeriods(int count) {
        ObjectNode session = minimal();
        ArrayNode periods = session.putArray("charging_periods");
        for (int number = 0; number < count; number++) {
            periods.add(period(number));
        }
        return session;
    }

    /** The charging period of this number, one after the other. */
    ObjectNode period(int number) {
        ObjectNode period = JSON.objectNode()
                .put(
                        "start_date_time",
                        Moment.text(start.plus(Duration.ofMinutes(5).multipliedBy(number))));
        period.putArray("dimensions").addObject().put("type", "ENERGY").put("volume", new BigDecimal("0.25"));
        return period;
    }

    /** An amount without tax. */
    ObjectNode price(String amount) {
        ObjectNode price = JSON.objectNode().put("before_taxes", new BigDecimal(amount));
        if (probe.is(SpecVersion.V2_3_0)) {
            return price;
        }
        return Forms.in(probe.version(), price);
    }

    /** A body of PATCH with a later last_updated and nothing else. */
    static ObjectNode change() {
        return JSON.objectNode().put("last_updated", now());
    }

    static String now() {
        return Moment.text(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A Location of ours that the eMSP knows, if it takes Locations at all. */
    private static JsonNode told(Probe probe) {
        ObjectNode location = Forms.in(
                probe.version(),
                probe.platform().owned("locations").list().stream()
                        .filter(one -> one.path("publish").asBoolean()
                                && !one.at("/evses/0/connectors/0/id").isMissingNode())
                        .findFirst()
                        .orElseGet(() -> probe.platform().samples().locations().minimal(probe.version())));
        push(probe, location);
        return location;
    }

    /** PUTs a Location, where the eMSP takes them. */
    static void push(Probe probe, ObjectNode location) {
        if (probe.offers("locations", Side.RECEIVER)) {
            probe.put(probe.endpoint("locations", Side.RECEIVER), location)
                    .path(
                            probe.us().countryCode(),
                            probe.us().partyId(),
                            location.path("id").asText())
                    .send();
        }
    }

    /** What a Session says about a token that the eMSP published, a valid one if there is one. */
    private static JsonNode driver(Probe probe) {
        List<JsonNode> tokens = new ArrayList<>();
        if (probe.offers("tokens", Side.SENDER)) {
            tokens.addAll(probe.crawl("tokens").objects());
        }
        tokens.addAll(probe.platform().held("tokens").list());
        Optional<String> named = probe.sut().known().validToken();
        return tokens.stream()
                .filter(token -> named.filter(uid -> token.path("uid").asText().equalsIgnoreCase(uid))
                        .isPresent())
                .findFirst()
                .or(() -> tokens.stream()
                        .filter(token -> token.path("valid").asBoolean())
                        .findFirst())
                .filter(ObjectNode.class::isInstance)
                .map(token -> TokenSamples.cdrToken((ObjectNode) token))
                .orElseGet(() -> stranger(probe));
    }

    private static ObjectNode stranger(Probe probe) {
        Party theirs = probe.party();
        String uid = probe.platform().samples().shortId();
        return JSON.objectNode()
                .put("country_code", theirs.countryCode())
                .put("party_id", theirs.partyId())
                .put("uid", uid)
                .put("type", "RFID")
                .put("contract_id", theirs.countryCode() + "-" + theirs.partyId() + "-C" + uid);
    }
}
