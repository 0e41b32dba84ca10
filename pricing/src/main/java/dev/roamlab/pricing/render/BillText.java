package dev.roamlab.pricing.render;

import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.BillLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** A bill for people: a table, then the same in words with the arithmetic; at most 100 columns. */
public final class BillText {
    private static final String ROW = "%-23s %14s %14s %10s %11s %7s %11s";

    private static final int COLUMNS = 100;
    private static final String FIRST = "  - ";
    private static final String FURTHER = "    ";

    private BillText() {}

    /** Renders a bill; ends with a line break. */
    public static String of(Bill bill) {
        StringBuilder text = new StringBuilder();
        row(text, "", "used", "billed", "price", "cost", "VAT", "with VAT");
        bill.lines().forEach(line -> row(text, line));
        Optional<BigDecimal> excl = bill.total().excl();
        row(
                text,
                "Total " + bill.currency(),
                "",
                "",
                "",
                money(excl),
                "",
                money(bill.total().incl()));
        text.append(System.lineSeparator());
        for (String sentence : bill.explain()) {
            wrap(text, sentence);
        }
        return text.toString();
    }

    private static void wrap(StringBuilder text, String sentence) {
        StringBuilder line = new StringBuilder(FIRST);
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + 1 + word.length() > COLUMNS) {
                text.append(line.toString().stripTrailing()).append(System.lineSeparator());
                line = new StringBuilder(FURTHER);
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }

    private static void row(StringBuilder text, BillLine line) {
        row(
                text,
                line.dimension() + (line.reservation() ? " (reserved)" : ""),
                quantity(line, line.consumed()),
                quantity(line, line.billed()),
                plain(line.price()),
                money(line.cost().excl()),
                line.vat().map(vat -> plain(vat) + " %").orElse("-"),
                money(line.cost().incl()));
    }

    private static void row(StringBuilder text, Object... cells) {
        text.append(String.format(Locale.ROOT, ROW, cells).stripTrailing()).append(System.lineSeparator());
    }

    private static String quantity(BillLine line, BigDecimal quantity) {
        BigDecimal shown = quantity.setScale(4, RoundingMode.HALF_UP);
        return line.unit().equals("session") ? plain(quantity) : plain(shown) + " " + line.unit();
    }

    private static String money(Optional<BigDecimal> amount) {
        return amount.map(BillText::money).orElse("?");
    }

    private static String money(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
