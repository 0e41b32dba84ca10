package dev.roamlab.pricing;

import dev.roamlab.pricing.BillLine.StepRounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A bill in words: per line what was consumed, how it was rounded, the arithmetic and the reason. */
final class Explanation {
    private final Bill bill;

    private Explanation(Bill bill) {
        this.bill = bill;
    }

    static List<String> of(Bill bill) {
        Explanation explanation = new Explanation(bill);
        List<String> words = new ArrayList<>();
        bill.lines().forEach(line -> words.add(explanation.line(line)));
        words.add(explanation.sum());
        bill.limits().forEach(limit -> words.add(explanation.limit(limit)));
        words.add("To pay: " + explanation.amount(bill.total()) + ".");
        words.addAll(bill.notes());
        return words;
    }

    private String line(BillLine line) {
        String what = name(line) + ": ";
        return what + quantity(line) + " × " + plain(line.price()) + " = " + money(line.priced()) + taxes(line)
                + ", because " + line.why() + tariffs(line) + "." + step(line);
    }

    private String tariffs(BillLine line) {
        return bill.tariffs().size() < 2
                ? ""
                : line.elements().stream()
                        .map(element -> element.tariffId().value())
                        .distinct()
                        .collect(Collectors.joining(" and ", " in tariff ", ""));
    }

    private static String name(BillLine line) {
        String reserved = line.reservation() ? "reservation " : "";
        String name = switch (line.dimension()) {
            case ENERGY -> "energy";
            case FLAT -> "fee";
            case PARKING_TIME -> "parking time";
            case TIME -> line.reservation() ? "time" : "charging time";
        };
        String both = reserved + name;
        return both.substring(0, 1).toUpperCase(Locale.ROOT) + both.substring(1);
    }

    private static String quantity(BillLine line) {
        return switch (line.dimension()) {
            case FLAT -> plain(line.billed());
            case ENERGY -> plain(line.billed()) + " kWh";
            case TIME, PARKING_TIME -> minutes(line.billed());
        };
    }

    private static String minutes(BigDecimal hours) {
        long seconds = Math.round(hours.doubleValue() * 3600);
        String rest = seconds % 60 == 0 ? "" : " " + seconds % 60 + " s";
        return seconds / 60 + " min" + rest + " (" + plain(Rounding.shown(hours)) + " h)";
    }

    private String taxes(BillLine line) {
        String rate = line.vat().map(vat -> plain(vat) + " % VAT").orElse("");
        if (rate.isEmpty() || line.cost().incl().isEmpty() || line.cost().excl().isEmpty()) {
            return "";
        }
        boolean gross = line.cost().incl().get().compareTo(line.priced()) == 0
                && line.cost().excl().get().compareTo(line.priced()) != 0;
        return gross
                ? " including " + rate + " (" + money(line.cost().excl().get()) + " before)"
                : " plus " + rate + " = " + money(line.cost().incl().get());
    }

    private String step(BillLine line) {
        return line.step().map(step -> " " + step(line, step)).orElse("");
    }

    private static String step(BillLine line, StepRounding step) {
        boolean energy = line.unit().equals("kWh");
        String before = energy ? plain(step.before()) + " kWh" : minutes(step.before());
        String after = energy ? plain(step.after()) + " kWh" : minutes(step.after());
        String size = step.stepSize() + (energy ? " Wh" : " s");
        return "The total of " + before + " is billed in blocks of " + size + ": " + after
                + "; what this adds is billed here.";
    }

    private String sum() {
        String parts = bill.lines().stream()
                .map(line -> plain(line.cost().exclOrIncl()))
                .collect(Collectors.joining(" + "));
        BigDecimal sum =
                bill.lines().stream().map(line -> line.cost().exclOrIncl()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return bill.lines().size() < 2 ? "Sum: " + money(sum) + "." : "Sum: " + parts + " = " + money(sum) + ".";
    }

    private String limit(AppliedLimit limit) {
        String rule = limit.kind() == AppliedLimit.Kind.MIN_PRICE
                ? "A session with this tariff costs at least its min_price"
                : "A session with this tariff costs at most its max_price";
        return rule + ": instead of " + amount(limit.computed()) + " it is " + amount(limit.charged()) + ".";
    }

    private String amount(Amount amount) {
        if (amount.incl().isEmpty()) {
            return money(amount.exclOrIncl()) + " plus taxes that are not known";
        }
        if (amount.excl().isEmpty()) {
            return money(amount.inclOrExcl()) + " with taxes";
        }
        return money(amount.exclOrIncl()) + " before taxes, " + money(amount.inclOrExcl()) + " with taxes";
    }

    private String money(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(2, stripped.scale())).toPlainString() + " " + bill.currency();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
