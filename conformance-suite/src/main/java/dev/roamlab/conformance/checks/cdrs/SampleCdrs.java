package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Forms;
import dev.roamlab.conformance.tester.Samples;
import dev.roamlab.conformance.tester.TokenSamples;
import dev.roamlab.conformance.wire.Target.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Valid CDRs of ours, for a place that was never published, of a driver whom the eMSP under test knows. */
final class SampleCdrs {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Probe probe;
    private final Samples samples;

    private SampleCdrs(Probe probe) {
        this.probe = probe;
        this.samples = probe.platform().samples();
    }

    static SampleCdrs of(Probe probe) {
        return new SampleCdrs(probe);
    }

    /** A CDR of half an hour with 10 kWh for 4.00, with nothing that is not required. */
    ObjectNode plain() {
        return Forms.in(probe.version(), frame());
    }

    /** A CDR of this id. */
    ObjectNode plain(String id) {
        return plain().put("id", id);
    }

    /** A CDR with every optional field but the two of Credit CDRs, texts as long as they may be. */
    ObjectNode full(Optional<String> sessionId) {
        ObjectNode cdr = frame();
        sessionId.ifPresent(id -> cdr.put("session_id", id));
        ObjectNode tariff = samples.tariffs().perKwh(SpecVersion.V2_3_0, "0.40");
        cdr.put("authorization_reference", padded("AUTH-", 36)).put("meter_id", padded("METER-", 255));
        cdr.putArray("tariffs").add(tariff);
        cdr.path("charging_periods")
                .forEach(period ->
                        ((ObjectNode) period).put("tariff_id", tariff.path("id").asText()));
        cdr.set("signed_data", signed("OCMF", 512));
        cdr.set("total_energy_cost", price("4.00"));
        List.of("total_fixed_cost", "total_time_cost", "total_parking_cost", "total_reservation_cost")
                .forEach(field -> cdr.set(field, price("0.00")));
        cdr.put("total_parking_time", 0)
                .put("remark", padded("Größe Übung ", 255))
                .put("invoice_reference_id", padded("INV-", 39))
                .put("home_charging_compensation", false);
        return Forms.in(probe.version(), cdr);
    }

    /** A CDR for a reservation that nobody used, at no EVSE in particular. */
    ObjectNode reservationOnly() {
        ObjectNode cdr = plain();
        cdr.remove("session_id");
        ((ObjectNode) cdr.path("cdr_location"))
                .put("evse_uid", "#NA")
                .put("evse_id", "#NA")
                .put("connector_id", "#NA")
                .put("connector_standard", "CHADEMO")
                .put("connector_format", "SOCKET")
                .put("connector_power_type", "DC");
        ArrayNode dimensions = ((ObjectNode) cdr.path("charging_periods").get(0)).putArray("dimensions");
        dimension(dimensions, "RESERVATION_TIME", "0.5");
        return cdr.put("total_energy", 0).put("total_time", new BigDecimal("0.5"));
    }

    /** The Credit CDR of a CDR: id, credit, reference and total_cost differ. Spec: mod_cdrs_credit_cdrs. */
    ObjectNode creditOf(ObjectNode cdr, String suffix) {
        ObjectNode credit = cdr.deepCopy();
        String id = cdr.path("id").asText();
        credit.put("id", id + suffix).put("credit", true).put("credit_reference_id", id);
        negate((ObjectNode) credit.path("total_cost"));
        return credit.put("last_updated", Moment.text(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Changes the price of a CDR without tax. */
    ObjectNode costing(ObjectNode cdr, String amount) {
        cdr.set("total_cost", Forms.in(probe.version(), price(amount)));
        return cdr;
    }

    private static void negate(ObjectNode price) {
        for (String field : List.of("before_taxes", "excl_vat", "incl_vat")) {
            if (price.has(field)) {
                price.put(field, price.path(field).decimalValue().negate());
            }
        }
        price.path("taxes")
                .forEach(tax -> ((ObjectNode) tax)
                        .put("amount", tax.path("amount").decimalValue().negate()));
    }

    private ObjectNode frame() {
        Party us = probe.us();
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(5, ChronoUnit.MINUTES);
        Instant start = end.minus(30, ChronoUnit.MINUTES);
        ObjectNode cdr = JSON.objectNode()
                .put("country_code", us.countryCode())
                .put("party_id", us.partyId())
                .put("id", samples.id("CDR"))
                .put("start_date_time", Moment.text(start))
                .put("end_date_time", Moment.text(end));
        cdr.set("cdr_token", token());
        cdr.put("auth_method", "WHITELIST").set("cdr_location", place());
        cdr.put("currency", "EUR");
        ObjectNode period = cdr.putArray("charging_periods").addObject().put("start_date_time", Moment.text(start));
        dimension(period.putArray("dimensions"), "ENERGY", "10");
        dimension((ArrayNode) period.path("dimensions"), "TIME", "0.5");
        cdr.set("total_cost", price("4.00"));
        return cdr.put("total_energy", 10)
                .put("total_time", new BigDecimal("0.5"))
                .put("last_updated", Moment.text(end.plusSeconds(30)));
    }

    /** A token that the eMSP published; of a system that publishes none, one made up under its party. */
    private ObjectNode token() {
        if (probe.role() == SutRole.EMSP && probe.offers("tokens", Side.SENDER)) {
            List<JsonNode> tokens = probe.crawl("tokens").objects();
            Optional<String> wanted = probe.sut().known().validToken();
            Optional<JsonNode> found = tokens.stream()
                    .filter(token -> wanted.filter(uid ->
                                    uid.equalsIgnoreCase(token.path("uid").asText()))
                            .isPresent())
                    .findFirst()
                    .or(() -> tokens.stream()
                            .filter(token -> token.path("valid").asBoolean())
                            .findFirst());
            return TokenSamples.cdrToken((ObjectNode) found.orElseThrow(
                    () -> probe.inconclusive("the eMSP publishes no token, without which there is no CDR")));
        }
        Party party = probe.party();
        return JSON.objectNode()
                .put("country_code", party.countryCode())
                .put("party_id", party.partyId())
                .put("uid", samples.id("TOK"))
                .put("type", "RFID")
                .put("contract_id", party.countryCode() + "-" + party.partyId() + "-C12345678-X");
    }

    private ObjectNode place() {
        Party us = probe.us();
        ObjectNode place = JSON.objectNode()
                .put("id", samples.id("LOC"))
                .put("address", "Testweg 12")
                .put("city", "Utrecht")
                .put("postal_code", "3511 AA")
                .put("country", "NLD");
        place.putObject("coordinates").put("latitude", "52.090736").put("longitude", "5.121420");
        return place.put("evse_uid", samples.id("EVSE"))
                .put("evse_id", us.countryCode() + "*" + us.partyId() + "*E12345")
                .put("connector_id", "1")
                .put("connector_standard", "IEC_62196_T2")
                .put("connector_format", "SOCKET")
                .put("connector_power_type", "AC_3_PHASE");
    }

    private static ObjectNode price(String net) {
        BigDecimal amount = new BigDecimal(net);
        ObjectNode price = JSON.objectNode().put("before_taxes", amount);
        price.putArray("taxes")
                .addObject()
                .put("name", "VAT")
                .put("amount", amount.multiply(new BigDecimal("0.10")).setScale(2, RoundingMode.HALF_UP));
        return price;
    }

    static ObjectNode signed(String method, int urlLength) {
        ObjectNode signed = JSON.objectNode()
                .put("encoding_method", method)
                .put("encoding_method_version", 1)
                .put("public_key", "A".repeat(512));
        ArrayNode values = signed.putArray("signed_values");
        for (String nature : List.of("Start", "End")) {
            values.addObject()
                    .put("nature", nature)
                    .put("plain_data", "meter reading")
                    .put("signed_data", "bWV0ZXIgcmVhZGluZw==");
        }
        return signed.put("url", padded("https://tester.example/", urlLength));
    }

    static String padded(String text, int length) {
        return text + "x".repeat(length - text.length());
    }

    private static void dimension(ArrayNode dimensions, String type, String volume) {
        dimensions.addObject().put("type", type).put("volume", new BigDecimal(volume));
    }
}
