package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.arithmetic.Bill;
import dev.roamlab.conformance.arithmetic.Price;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.schema.SchemaFinding;
import dev.roamlab.conformance.subject.SutRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a CDR costs, worked out again from its own Tariffs and periods. Spec: mod_cdrs_cdr_object, mod_cdrs_step_size. */
@Checks(module = CatalogueModule.CDRS)
final class CdrPricesCheck {
    /** The partial totals with the dimensions of periods and of price components that make them. */
    private static final Map<String, String> PARTS = Map.of(
            "total_energy_cost", "ENERGY",
            "total_time_cost", "TIME",
            "total_parking_cost", "PARKING_TIME");

    @Proves(
            value = {
                "CDR-065", "CDR-067", "CDR-069", "CDR-072", "CDR-073", "CDR-084", "CDR-085", "CDR-086", "CDR-087",
                "CDR-088", "CDR-089", "CDR-090", "CDR-091", "CDR-092", "CDR-093", "CDR-094", "CDR-122"
            },
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void no_known_mistake_explains_the_cost(Probe probe) {
        for (String requirement : List.of(
                "CDR-065", "CDR-067", "CDR-069", "CDR-072", "CDR-073", "CDR-084", "CDR-085", "CDR-086", "CDR-087",
                "CDR-088", "CDR-089", "CDR-090", "CDR-091", "CDR-092", "CDR-093", "CDR-094", "CDR-122")) {
            PricedCdrs.judge(probe, requirement);
        }
    }

    @Proves(
            value = {"CDR-064", "CDR-082"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void total_cost_follows_from_tariffs_and_periods(Probe probe) {
        for (PricedCdrs.Priced priced : PricedCdrs.all(probe)) {
            Optional<Boolean> fits = priced.judge().totalFits();
            if (fits.isPresent()) {
                Claim claim =
                        probe.claim("CDR-064").on(priced.cdr()).at(priced.cdr().pointer() + "/total_cost");
                Bill bill = priced.judge().right().bill().orElseThrow();
                claim.holds(fits.get(), total(bill), priced.cdr().json().path("total_cost"));
                boolean several = priced.cdr().json().path("charging_periods").size() > 1;
                if (several && fits.get()) {
                    probe.claim("CDR-082").on(priced.cdr()).held();
                }
            }
        }
    }

    private static String total(Bill bill) {
        String amount = bill.net()
                .map(net -> net + " without tax")
                .orElseGet(() -> bill.gross().map(gross -> gross + " with tax").orElse("?"));
        return "a total_cost of " + amount + ", as the Tariffs give: " + bill.lines();
    }

    @Proves(value = "CDR-019", stage = Stage.FINAL, sut = SutRole.CPO)
    void what_has_a_price_has_a_volume(Probe probe) {
        for (PricedCdrs.Priced priced : PricedCdrs.all(probe)) {
            JsonNode cdr = priced.cdr().json();
            Claim claim = probe.claim("CDR-019").on(priced.cdr());
            boolean charged = cdr.path("total_energy").asDouble() > 0;
            boolean parked = cdr.path("total_parking_time").asDouble() > 0;
            for (JsonNode tariff : priced.tariffs()) {
                if (charged && isPriced(tariff, "ENERGY")) {
                    claim.holds(CdrBook.sum(cdr, "ENERGY").isPresent(), "ENERGY volumes", "none");
                }
                if (charged && isPriced(tariff, "TIME")) {
                    claim.holds(CdrBook.sum(cdr, "TIME").isPresent(), "TIME volumes", "none");
                }
                if (parked && isPriced(tariff, "PARKING_TIME")) {
                    claim.holds(CdrBook.sum(cdr, "PARKING_TIME").isPresent(), "PARKING_TIME volumes", "none");
                }
            }
        }
    }

    /** Whether a dimension has a price at any time, whatever else is the case. */
    private static boolean isPriced(JsonNode tariff, String dimension) {
        for (JsonNode element : tariff.path("elements")) {
            boolean always = element.path("restrictions").isEmpty();
            for (JsonNode component : element.path("price_components")) {
                if (always
                        && component.path("type").asText().equals(dimension)
                        && component.path("price").asDouble() != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    @Proves(value = "CDR-063", stage = Stage.FINAL, sut = SutRole.CPO)
    void total_cost_is_the_sum_of_its_parts(Probe probe) {
        for (PricedCdrs.Priced priced : PricedCdrs.all(probe)) {
            boolean limited = priced.tariffs().stream()
                    .anyMatch(tariff -> tariff.hasNonNull("min_price") || tariff.hasNonNull("max_price"));
            JsonNode cdr = priced.cdr().json();
            Optional<BigDecimal> total = Price.of(cdr.path("total_cost")).map(Price::net);
            if (limited || total.isEmpty()) {
                continue;
            }
            List<BigDecimal> parts = stated(cdr);
            BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal off = probe.sut().tolerances().money().multiply(BigDecimal.valueOf(Math.max(1, parts.size())));
            Claim claim =
                    probe.claim("CDR-063").on(priced.cdr()).at(priced.cdr().pointer() + "/total_cost");
            if (isComplete(priced)) {
                claim.holds(
                        sum.subtract(total.get()).abs().compareTo(off) <= 0,
                        sum + ", the sum of the partial totals",
                        total.get());
            } else if (sum.compareTo(total.get().add(off)) > 0) {
                claim.warns("at least the sum of the partial totals that are there, " + sum, total.get());
            }
        }
    }

    private static List<BigDecimal> stated(JsonNode cdr) {
        List<BigDecimal> parts = new ArrayList<>();
        for (String field : List.of(
                "total_fixed_cost",
                "total_energy_cost",
                "total_time_cost",
                "total_parking_cost",
                "total_reservation_cost")) {
            Price.of(cdr.path(field)).ifPresent(price -> parts.add(price.net()));
        }
        return parts;
    }

    /** Whether every partial total is there that Tariffs and periods can produce. */
    private static boolean isComplete(PricedCdrs.Priced priced) {
        JsonNode cdr = priced.cdr().json();
        boolean reserved = CdrBook.hasReservation(cdr) && !cdr.hasNonNull("total_reservation_cost");
        boolean fixed = has(priced, "FLAT") && !cdr.hasNonNull("total_fixed_cost");
        boolean others = PARTS.entrySet().stream()
                .anyMatch(part -> has(priced, part.getValue())
                        && CdrBook.sum(cdr, part.getValue()).isPresent()
                        && !cdr.hasNonNull(part.getKey()));
        return !reserved && !fixed && !others && !stated(cdr).isEmpty();
    }

    private static boolean has(PricedCdrs.Priced priced, String dimension) {
        return priced.tariffs().stream()
                .flatMap(tariff -> tariff.findValuesAsText("type").stream())
                .anyMatch(dimension::equals);
    }

    @Proves(value = "CDR-035", stage = Stage.FINAL, sut = SutRole.CPO)
    void a_post_is_full_and_final(Probe probe) {
        ObjectSchemas schemas = ObjectSchemas.of(probe.version());
        for (PricedCdrs.Priced priced : PricedCdrs.all(probe)) {
            SeenObject cdr = priced.cdr();
            if (!cdr.exchange().fromSut()) {
                continue;
            }
            List<String> missing = schemas.check("CDR", cdr.json()).findings().stream()
                    .filter(finding -> finding.requirements().contains("CDR-043") && !finding.warnsOnly())
                    .map(SchemaFinding::rule)
                    .toList();
            Claim claim = probe.claim("CDR-035").on(cdr);
            claim.holds(missing.isEmpty(), "a complete CDR", missing);
            priced.judge()
                    .totalFits()
                    .ifPresent(fits -> claim.at(cdr.pointer() + "/total_cost")
                            .holds(
                                    fits,
                                    "the total_cost that the Tariffs give",
                                    cdr.json().path("total_cost")));
        }
    }
}
