package dev.roamlab.ocpi.types;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One tax on a price. Spec: types_tax_amount_class.
 *
 * @param percentage the rate, 21 for 21 %
 * @param amount the money that is due, in the currency of the price
 */
public record TaxAmount(
        String name, Optional<String> accountNumber, Optional<BigDecimal> percentage, BigDecimal amount) {
    public TaxAmount {
        Require.printable("name", name);
        accountNumber.ifPresent(number -> Require.printable("account_number", number));
        Require.present("amount", amount);
        amount = Numbers.plain("amount", amount);
        percentage = Numbers.plain("percentage", percentage);
    }

    /** A tax of which only name and amount are known. */
    public static TaxAmount of(String name, BigDecimal amount) {
        return new TaxAmount(name, Optional.empty(), Optional.empty(), amount);
    }
}
