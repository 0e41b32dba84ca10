package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The tester's own small arithmetic: start fee and energy by the tariff's first element, with its VAT, in the form of 2.3.0. */
record Bill(BigDecimal fixed, BigDecimal energy, BigDecimal vatPercentage) {
    private static final int DECIMALS = 4;

    /** The bill for so many kWh, which have no more decimals than the tariff's steps of 1 Wh. */
    static Bill of(JsonNode tariff, BigDecimal kwh) {
        BigDecimal fixed = BigDecimal.ZERO;
        BigDecimal energy = BigDecimal.ZERO;
        BigDecimal vat = BigDecimal.ZERO;
        for (JsonNode component : tariff.path("elements").path(0).path("price_components")) {
            BigDecimal price = component.path("price").decimalValue();
            vat = component.path("vat").decimalValue().max(vat);
            switch (component.path("type").asText()) {
                case "FLAT" -> fixed = fixed.add(price);
                case "ENERGY" -> energy = energy.add(price.multiply(kwh));
                default -> {
                    // Charges of the tester never park and never wait.
                }
            }
        }
        return new Bill(rounded(fixed), rounded(energy), vat);
    }

    ObjectNode total() {
        return price(fixed.add(energy));
    }

    ObjectNode fixedPrice() {
        return price(fixed);
    }

    ObjectNode energyPrice() {
        return price(energy);
    }

    private ObjectNode price(BigDecimal beforeTaxes) {
        ObjectNode price = JsonNodeFactory.instance.objectNode().put("before_taxes", plain(beforeTaxes));
        if (vatPercentage.signum() > 0) {
            BigDecimal vat = rounded(beforeTaxes.multiply(vatPercentage).movePointLeft(2));
            price.putArray("taxes")
                    .addObject()
                    .put("name", "VAT")
                    .put("percentage", vatPercentage)
                    .put("amount", plain(vat));
        }
        return price;
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Without zeroes at its end, and never in scientific notation. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
