package dev.roamlab.conformance.checks.types;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import java.math.BigDecimal;

/** Taxes in prices of 2.3.0. Spec: types_tax_amount_class. */
@Checks(module = CatalogueModule.TYPES)
final class TaxAmountsCheck {
    @Proves(value = "TYP-031", stage = Stage.FINAL)
    void amounts_are_money_and_percentages_rates(Probe probe) {
        probe.seen().all().stream()
                .filter(SeenObject::isOwn)
                .forEach(object -> prices(probe, object, object.json(), object.pointer()));
    }

    private static void prices(Probe probe, SeenObject object, JsonNode node, String at) {
        if (node.path("before_taxes").isNumber() && node.path("taxes").isArray()) {
            for (int index = 0; index < node.path("taxes").size(); index++) {
                tax(probe, object, node, node.path("taxes").get(index), at + "/taxes/" + index);
            }
        }
        if (node.isObject()) {
            node.properties().forEach(field -> prices(probe, object, field.getValue(), at + "/" + field.getKey()));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                prices(probe, object, node.get(index), at + "/" + index);
            }
        }
    }

    private static void tax(Probe probe, SeenObject object, JsonNode price, JsonNode tax, String at) {
        if (tax.path("percentage").isNumber() && tax.path("amount").isNumber()) {
            BigDecimal expected = price.path("before_taxes")
                    .decimalValue()
                    .multiply(tax.path("percentage").decimalValue())
                    .movePointLeft(2);
            BigDecimal amount = tax.path("amount").decimalValue();
            BigDecimal tolerance =
                    probe.sut().tolerances().money().add(expected.abs().movePointLeft(2));
            boolean fits = amount.subtract(expected).abs().compareTo(tolerance) <= 0;
            probe.claim("TYP-031")
                    .on(object.exchange())
                    .at(at)
                    .holds(fits, "about " + expected.stripTrailingZeros().toPlainString(), tax);
        }
    }
}
