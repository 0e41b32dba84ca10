package dev.roamlab.pricing;

import dev.roamlab.ocpi.types.TaxAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what each VAT rate contributes. Spec: types_tax_amount_class. */
final class Taxes {
    private static final String NAME = "VAT";

    private final Map<BigDecimal, BigDecimal> byRate = new TreeMap<>();
    private Amount sum = Amount.ZERO;

    void add(Rate rate, Amount cost) {
        sum = sum.plus(cost);
        rate.vat()
                .ifPresent(vat -> cost.excl()
                        .flatMap(excl -> cost.incl().map(incl -> incl.subtract(excl)))
                        .ifPresent(tax -> byRate.merge(vat, tax, BigDecimal::add)));
    }

    Amount sum() {
        return sum;
    }

    Amount shownSum() {
        return sum.shown();
    }

    /** The taxes in the sum, highest rate last. */
    List<TaxAmount> list() {
        return balanced(shownSum());
    }

    /** The taxes in another total than the sum: a limit tells how much tax there is, not which. */
    List<TaxAmount> list(Amount total) {
        Amount shown = total.shown();
        if (shown.equals(shownSum())) {
            return list();
        }
        Optional<BigDecimal> tax = shown.excl().flatMap(excl -> shown.incl().map(incl -> incl.subtract(excl)));
        return tax.filter(amount -> !byRate.isEmpty() || amount.signum() != 0).stream()
                .map(amount -> new TaxAmount(NAME, Optional.empty(), onlyRate(), amount))
                .toList();
    }

    /** The last entry takes the rounding error, so that amount and taxes add up to the total with taxes. */
    private List<TaxAmount> balanced(Amount shown) {
        List<TaxAmount> list = new ArrayList<>();
        BigDecimal rest = shown.inclOrExcl().subtract(shown.exclOrIncl());
        int left = byRate.size();
        for (Map.Entry<BigDecimal, BigDecimal> entry : byRate.entrySet()) {
            boolean last =
                    --left == 0 && shown.incl().isPresent() && shown.excl().isPresent();
            BigDecimal amount = last ? rest : Rounding.shown(entry.getValue());
            rest = rest.subtract(amount);
            list.add(new TaxAmount(NAME, Optional.empty(), Optional.of(entry.getKey()), amount));
        }
        return list;
    }

    private Optional<BigDecimal> onlyRate() {
        return byRate.size() == 1 ? byRate.keySet().stream().findFirst() : Optional.empty();
    }
}
