package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The figures of one charge, which add up: readings become charging periods, periods the session's total, and the CDR repeats
 * them. In the form of 2.3.0. Not thread-safe; sends nothing.
 */
final class Charge {
    private static final int KWH_DECIMALS = 3;
    private static final int HOUR_DECIMALS = 4;
    private static final double SECONDS_PER_HOUR = 3600;

    private final Samples samples;
    private final Spot spot;
    private final ObjectNode tariff;
    private final ObjectNode session;
    private Instant start;
    private Instant last;
    private BigDecimal kwh = BigDecimal.ZERO;

    Charge(Samples samples, ObjectNode token, Spot spot, ObjectNode tariff, Instant start, Authorized by) {
        this.samples = samples;
        this.spot = spot;
        this.tariff = tariff;
        this.start = start.truncatedTo(ChronoUnit.SECONDS);
        this.last = this.start;
        this.session = begun(token, by);
    }

    /**
     * Who allowed it.
     *
     * @param method {@code AUTH_REQUEST}, {@code COMMAND} or {@code WHITELIST}
     * @param reference the eMSP's authorization_reference
     */
    record Authorized(String method, Optional<String> reference) {}

    private ObjectNode begun(ObjectNode token, Authorized by) {
        ObjectNode begun = JsonNodeFactory.instance
                .objectNode()
                .put("country_code", samples.party().countryCode())
                .put("party_id", samples.party().partyId())
                .put("id", samples.id("SES"))
                .put("start_date_time", Moments.text(start))
                .put("kwh", 0);
        begun.set("cdr_token", TokenSamples.cdrToken(token));
        begun.put("auth_method", by.method());
        by.reference().ifPresent(reference -> begun.put("authorization_reference", reference));
        begun.put("location_id", spot.locationId())
                .put("evse_uid", spot.evseUid())
                .put("connector_id", spot.connectorId())
                .put("currency", tariff.path("currency").asText("EUR"));
        begun.putArray("charging_periods");
        begun.set("total_cost", Bill.of(tariff, BigDecimal.ZERO).total());
        return begun.put("status", "ACTIVE").put("last_updated", Moments.now());
    }

    ObjectNode session() {
        return session.deepCopy();
    }

    String id() {
        return session.path("id").asText();
    }

    Spot spot() {
        return spot;
    }

    /** Another state; a charge begins, and with it what is billed, when it becomes active. */
    void status(String status) {
        session.put("status", status).put("last_updated", Moments.now());
        if (status.equals("ACTIVE")) {
            start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            last = start;
            session.put("start_date_time", Moments.text(start));
        }
    }

    boolean isActive() {
        return session.path("status").asText().equals("ACTIVE");
    }

    BigDecimal kwh() {
        return kwh;
    }

    /** The meter stands at so many kWh since the start; returns what changed in the session. */
    ObjectNode reading(BigDecimal total, Instant at) {
        BigDecimal now = total.setScale(KWH_DECIMALS, RoundingMode.HALF_UP).max(kwh);
        Instant moment = at.isBefore(last) ? last : at.truncatedTo(ChronoUnit.MILLIS);
        ObjectNode period = JsonNodeFactory.instance.objectNode().put("start_date_time", Moments.text(last));
        var dimensions = period.putArray("dimensions");
        dimensions.addObject().put("type", "ENERGY").put("volume", Bill.plain(now.subtract(kwh)));
        dimensions
                .addObject()
                .put("type", "TIME")
                .put("volume", Bill.plain(hours(moment).subtract(hours(last))));
        if (tariff.has("id")) {
            period.set("tariff_id", tariff.path("id"));
        }
        kwh = now;
        last = moment;
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("kwh", Bill.plain(kwh));
        change.putArray("charging_periods").add(period);
        change.set("total_cost", Bill.of(tariff, kwh).total());
        change.put("last_updated", Moments.now());
        ObjectNode rest = change.deepCopy();
        rest.remove("charging_periods");
        session.withArray("charging_periods").add(period.deepCopy());
        session.setAll(rest);
        return change;
    }

    /** It ended with the last reading; returns what changed in the session. */
    ObjectNode complete() {
        if (session.path("charging_periods").isEmpty()) {
            reading(BigDecimal.ZERO, Instant.now());
        }
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("end_date_time", Moments.text(last));
        change.put("status", "COMPLETED");
        change.set("total_cost", session.path("total_cost").deepCopy());
        change.put("last_updated", Moments.now());
        session.setAll(change.deepCopy());
        return change;
    }

    /** The CDR of a completed charge. */
    ObjectNode cdr() {
        ObjectNode cdr = JsonNodeFactory.instance.objectNode();
        cdr.set("country_code", session.path("country_code"));
        cdr.set("party_id", session.path("party_id"));
        cdr.put("id", samples.id("CDR"));
        cdr.set("start_date_time", session.path("start_date_time"));
        cdr.put("end_date_time", Moments.text(last));
        cdr.put("session_id", id());
        cdr.set("cdr_token", session.path("cdr_token").deepCopy());
        cdr.set("auth_method", session.path("auth_method"));
        if (session.has("authorization_reference")) {
            cdr.set("authorization_reference", session.path("authorization_reference"));
        }
        cdr.set("cdr_location", spot.cdrLocation());
        cdr.set("currency", session.path("currency"));
        if (tariff.has("id")) {
            cdr.putArray("tariffs").add(tariff.deepCopy());
        }
        cdr.set("charging_periods", session.path("charging_periods").deepCopy());
        totals(cdr);
        return cdr.put("last_updated", Moments.now());
    }

    private void totals(ObjectNode cdr) {
        Bill bill = Bill.of(tariff, kwh);
        cdr.set("total_cost", bill.total());
        if (bill.fixed().signum() > 0) {
            cdr.set("total_fixed_cost", bill.fixedPrice());
        }
        cdr.put("total_energy", Bill.plain(kwh));
        cdr.set("total_energy_cost", bill.energyPrice());
        cdr.put("total_time", Bill.plain(hours(last)));
    }

    /** Hours since the start; differences of these add up to the last one, whatever the rounding. */
    private BigDecimal hours(Instant until) {
        double seconds = Duration.between(start, until).toMillis() / 1000.0;
        return BigDecimal.valueOf(seconds / SECONDS_PER_HOUR).setScale(HOUR_DECIMALS, RoundingMode.HALF_UP);
    }
}
