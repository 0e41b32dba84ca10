package dev.roamlab.conformance.checks.types;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import java.math.BigDecimal;

/** Taxes in prices of 2.3.0. Spec: types_tax_amount_class. */
@Checks(module = CatalogueModule.TYPES)
final class TaxAmountsCheck {
    /** Of prices with rates of their own, or none. */
    private static final String SUM = "total_cost";

    @Proves(value = "TYP-031", stage = Stage.FINAL)
    void amounts_are_money_and_percentages_rates(Probe probe) {
        probe.seen().all().stream()
                .filter(SeenObject::isOwn)
                .forEach(object -> prices(probe, object, object.json(), "", object.pointer()));
    }

    private static void prices(Probe probe, SeenObject object, JsonNode node, String name, String at) {
        if (node.path("before_taxes").isNumber() && node.path("taxes").isArray()) {
            boolean whole = node.path("taxes").size() == 1 && !name.equals(SUM);
            for (int index = 0; index < node.path("taxes").size(); index++) {
                tax(
                        probe.claim("TYP-031").on(object.exchange()).at(at + "/taxes/" + index),
                        node,
                        index,
                        whole,
                        probe.sut().tolerances().money());
            }
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(field ->
                            prices(probe, object, field.getValue(), field.getKey(), at + "/" + field.getKey()));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                prices(probe, object, node.get(index), name, at + "/" + index);
            }
        }
    }

    /**
     * @param whole whether the tax must be one on the whole price: where there are several, and in a sum, each may be one on a part
     *     of it, or on the price with another tax
     */
    private static void tax(Claim claim, JsonNode price, int index, boolean whole, BigDecimal slack) {
        JsonNode tax = price.path("taxes").get(index);
        if (tax.path("percentage").isNumber() && tax.path("amount").isNumber()) {
            BigDecimal rate = tax.path("percentage").decimalValue().movePointLeft(2);
            BigDecimal base = price.path("before_taxes").decimalValue();
            BigDecimal least = whole ? base.multiply(rate) : BigDecimal.ZERO;
            BigDecimal most = whole ? least : base.add(others(price, index)).multiply(rate);
            BigDecimal amount = tax.path("amount").decimalValue().abs();
            BigDecimal tolerance = slack.add(most.abs().movePointLeft(2));
            boolean fits = amount.compareTo(least.abs().subtract(tolerance)) >= 0
                    && amount.compareTo(most.abs().add(tolerance)) <= 0;
            claim.holds(
                    fits,
                    (whole ? "about " : "at most ") + most.stripTrailingZeros().toPlainString(),
                    tax);
        }
    }

    private static BigDecimal others(JsonNode price, int index) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int other = 0; other < price.path("taxes").size(); other++) {
            if (other != index) {
                sum = sum.add(price.path("taxes").get(other).path("amount").decimalValue());
            }
        }
        return sum;
    }
}
