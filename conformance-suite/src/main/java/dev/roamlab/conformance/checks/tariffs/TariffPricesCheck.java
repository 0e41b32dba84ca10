package dev.roamlab.conformance.checks.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.arithmetic.Bill;
import dev.roamlab.conformance.arithmetic.Price;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.cdrs.PricedCdrs;
import dev.roamlab.conformance.subject.SutRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How Tariffs are applied: seen on CDRs that are worked out again. Spec: mod_tariffs_tariff_object and its classes. */
@Checks(module = CatalogueModule.TARIFFS)
final class TariffPricesCheck {
    private static final BigDecimal OFF = new BigDecimal("0.01");

    @Proves(
            value = {
                "TAR-028", "TAR-029", "TAR-030", "TAR-031", "TAR-046", "TAR-047", "TAR-048", "TAR-049", "TAR-050",
                "TAR-056", "TAR-057", "TAR-059", "TAR-062", "TAR-065", "TAR-068", "TAR-069", "TAR-070", "TAR-072",
                "TAR-073", "TAR-074", "TAR-075", "TAR-077", "TAR-078", "TAR-079", "TAR-082", "TAR-083", "TAR-085",
                "TAR-086", "TAR-087"
            },
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void no_known_mistake_with_prices_explains_the_cost(Probe probe) {
        judge(
                probe,
                List.of(
                        "TAR-028", "TAR-029", "TAR-030", "TAR-031", "TAR-046", "TAR-047", "TAR-048", "TAR-049",
                        "TAR-050", "TAR-056", "TAR-057", "TAR-059", "TAR-062", "TAR-065", "TAR-068", "TAR-069",
                        "TAR-070", "TAR-072", "TAR-073", "TAR-074", "TAR-075", "TAR-077", "TAR-078", "TAR-079",
                        "TAR-082", "TAR-083", "TAR-085", "TAR-086", "TAR-087"));
    }

    @Proves(
            value = {
                "TAR-089", "TAR-090", "TAR-092", "TAR-093", "TAR-094", "TAR-095", "TAR-097", "TAR-098", "TAR-099",
                "TAR-100", "TAR-101", "TAR-102", "TAR-103", "TAR-104", "TAR-105", "TAR-106", "TAR-108", "TAR-110",
                "TAR-111"
            },
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void no_known_mistake_with_restrictions_explains_the_cost(Probe probe) {
        judge(
                probe,
                List.of(
                        "TAR-089", "TAR-090", "TAR-092", "TAR-093", "TAR-094", "TAR-095", "TAR-097", "TAR-098",
                        "TAR-099", "TAR-100", "TAR-101", "TAR-102", "TAR-103", "TAR-104", "TAR-105", "TAR-106",
                        "TAR-108", "TAR-110", "TAR-111"));
    }

    private static void judge(Probe probe, List<String> requirements) {
        requirements.forEach(requirement -> PricedCdrs.judge(probe, requirement));
    }

    @Proves(
            value = {"TAR-060", "TAR-061", "TAR-117"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void taxes_are_added_or_contained_as_the_tariff_says(Probe probe) {
        for (PricedCdrs.Priced priced : PricedCdrs.all(probe)) {
            Optional<Price> stated = Price.of(priced.cdr().json().path("total_cost"));
            Optional<Bill> bill = priced.judge().right().bill();
            boolean vat = priced.tariffs().stream()
                    .anyMatch(tariff -> !tariff.findValues("vat").isEmpty());
            if (stated.isEmpty() || stated.get().gross().isEmpty() || bill.isEmpty() || vat) {
                continue;
            }
            BigDecimal net = stated.get().net();
            BigDecimal gross = stated.get().gross().get();
            boolean taxed = gross.subtract(net).abs().compareTo(OFF) > 0;
            switch (taxIncluded(priced)) {
                case "NO" -> added(probe.claim("TAR-060").on(priced.cdr()), bill.get(), net, gross, taxed);
                case "YES" -> contained(probe.claim("TAR-061").on(priced.cdr()), bill.get(), net, gross, taxed);
                case "N/A" -> none(probe.claim("TAR-117").on(priced.cdr()), priced, taxed);
                default -> {
                    // Tariffs that differ from each other, or do not say.
                }
            }
        }
    }

    private static String taxIncluded(PricedCdrs.Priced priced) {
        List<String> all = priced.tariffs().stream()
                .map(tariff -> tariff.path("tax_included").asText(""))
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : "";
    }

    private static void added(Claim claim, Bill bill, BigDecimal net, BigDecimal gross, boolean taxed) {
        BigDecimal prices = bill.net().orElse(net);
        if (taxed && near(prices, net)) {
            claim.held();
        } else if (taxed && near(prices, gross)) {
            claim.deviates("taxes on top of " + prices, net + " before taxes, " + gross + " with them");
        }
    }

    private static void contained(Claim claim, Bill bill, BigDecimal net, BigDecimal gross, boolean taxed) {
        BigDecimal prices = bill.gross().orElse(gross);
        if (taxed && near(prices, gross)) {
            claim.held();
        } else if (taxed && near(prices, net)) {
            claim.deviates(prices + " with all taxes", net + " before taxes, " + gross + " with them");
        }
    }

    private static void none(Claim claim, PricedCdrs.Priced priced, boolean taxed) {
        JsonNode taxes = priced.cdr().json().at("/total_cost/taxes");
        if (claim.holds(!taxed, "no tax, as tax_included is N/A", taxes)) {
            claim.holdsOrWarns(taxes.isEmpty(), "no taxes listed", taxes);
        }
    }

    private static boolean near(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(OFF) <= 0;
    }
}
