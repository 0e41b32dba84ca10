package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.tester.Charge.Authorized;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Valid Sessions and CDRs, with figures that add up, at a Location that belongs to them only. To be told to a system under test
 * that knows the place, let {@link LivingCharges} make them.
 */
public final class ChargeSamples {
    private static final BigDecimal HALF = new BigDecimal("5.125");
    private static final BigDecimal ALL = new BigDecimal("10.25");

    private final Samples samples;

    ChargeSamples(Samples samples) {
        this.samples = samples;
    }

    /** A Session that goes on, half an hour old, with one charging period. */
    public ObjectNode active(SpecVersion version, ObjectNode token) {
        return Forms.in(version, charge(token, 30).session());
    }

    /** A Session that ended. */
    public ObjectNode completed(SpecVersion version, ObjectNode token) {
        return Forms.in(version, ended(token).session());
    }

    /** A Session with nothing that is not required. */
    public ObjectNode minimal(SpecVersion version, ObjectNode token) {
        ObjectNode session = charge(token, 30).session();
        session.remove(List.of("charging_periods", "total_cost"));
        return Forms.in(version, session);
    }

    /** A CDR of a charge of an hour with 10.25 kWh. */
    public ObjectNode cdr(SpecVersion version, ObjectNode token) {
        return Forms.in(version, ended(token).cdr());
    }

    /** A CDR with nothing that is not required. */
    public ObjectNode minimalCdr(SpecVersion version, ObjectNode token) {
        ObjectNode cdr = ended(token).cdr();
        cdr.remove(List.of("tariffs", "total_fixed_cost", "total_energy_cost", "authorization_reference"));
        cdr.path("charging_periods").forEach(period -> ((ObjectNode) period).remove("tariff_id"));
        return Forms.in(version, cdr);
    }

    /** The CDR that takes a CDR back: its costs negative. Spec: mod_cdrs_credit_cdrs. */
    public ObjectNode credit(ObjectNode cdr) {
        ObjectNode credit = cdr.deepCopy();
        credit.put("id", cdr.path("id").asText() + "-C")
                .put("credit", true)
                .put("credit_reference_id", cdr.path("id").asText());
        credit.properties().forEach(field -> {
            if (field.getKey().endsWith("_cost") && field.getValue() instanceof ObjectNode price) {
                negate(price);
            }
        });
        credit.remove("last_updated");
        return credit.put("last_updated", Moments.now());
    }

    private static void negate(ObjectNode price) {
        for (String field : new String[] {"before_taxes", "excl_vat", "incl_vat"}) {
            if (price.has(field)) {
                price.put(field, price.path(field).decimalValue().negate());
            }
        }
        price.path("taxes")
                .forEach(tax -> ((ObjectNode) tax)
                        .put("amount", tax.path("amount").decimalValue().negate()));
    }

    private Charge ended(ObjectNode token) {
        Charge charge = charge(token, 60);
        charge.reading(ALL, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        charge.complete();
        return charge;
    }

    private Charge charge(ObjectNode token, int minutes) {
        ObjectNode tariff = samples.tariffs().perKwh(SpecVersion.V2_3_0, "0.30");
        ObjectNode location = samples.locations()
                .street(
                        SpecVersion.V2_3_0,
                        "Sample street",
                        List.of(tariff.path("id").asText()));
        ObjectNode evse = (ObjectNode) location.path("evses").get(0);
        Spot spot =
                new Spot(location, evse, (ObjectNode) evse.path("connectors").get(0));
        Instant start = Instant.now().minus(minutes, ChronoUnit.MINUTES);
        Charge charge = new Charge(
                samples, token, spot, tariff, start, new Authorized("AUTH_REQUEST", Optional.of(samples.id("AUTH"))));
        charge.reading(HALF, start.plus(minutes / 2, ChronoUnit.MINUTES));
        return charge;
    }
}
