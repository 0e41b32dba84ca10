package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rounds consumption up to step_size, once per session. Spec: mod_cdrs_step_size. */
final class StepSize {
    private static final BigDecimal BLUR_AT_MOST = new BigDecimal("0.45");

    private final Rules rules;

    StepSize(Rules rules) {
        this.rules = rules;
    }

    List<Line> energy(List<Line> lines) {
        if (rules.has(Method.STEP_PER_PERIOD)) {
            return each(lines, line -> line.period() + "/" + line.pricedBy());
        }
        if (rules.has(Method.STEP_PER_ENERGY_ELEMENT)) {
            return each(lines, Line::pricedBy);
        }
        return total(lines, Method.LAST_ENERGY_ROUNDED);
    }

    /** @param endsFree whether the session ends in time that no component prices */
    List<Line> time(List<Line> lines, boolean endsFree) {
        if (endsFree && rules.has(Method.STEP_LOST_IN_FREE_TIME)) {
            return lines;
        }
        if (rules.has(Method.TIME_STEP_PER_PERIOD)) {
            return each(lines, line -> line.period() + "/" + line.pricedBy());
        }
        if (rules.has(Method.STEP_PER_DIMENSION)) {
            return each(lines, Line::dimension);
        }
        if (rules.has(Method.STEP_PER_TIME_ELEMENT) || rules.has(Method.STEP_PER_PARKING_ELEMENT)) {
            return perElement(lines);
        }
        if (rules.has(Method.COMBINED_TIME_ROUNDED) || lines.isEmpty()) {
            return total(lines, Method.LAST_TIME_ROUNDED);
        }
        Dimension rounded = lines.get(lines.size() - 1).dimension();
        if (rules.has(Method.PARKING_TOTAL_ROUNDED) && any(lines, Dimension.PARKING_TIME)) {
            rounded = Dimension.PARKING_TIME;
        }
        return only(lines, rounded);
    }

    /** Every part of a reservation on its own: nothing else is rounded together with it. */
    List<Line> reservation(List<Line> lines) {
        return each(lines, line -> line.tariff().id() + line.component().place());
    }

    private List<Line> only(List<Line> lines, Dimension rounded) {
        List<Line> result = new ArrayList<>(lines);
        List<Line> chosen =
                lines.stream().filter(line -> line.dimension() == rounded).toList();
        Line last = chosen.get(chosen.size() - 1);
        List<Line> billed = total(chosen, Method.LAST_TIME_ROUNDED);
        result.set(lastIndex(lines, last), billed.get(billed.size() - 1));
        return result;
    }

    // The elements of one dimension each on their own; the other dimension as it should be.
    private List<Line> perElement(List<Line> lines) {
        Dimension wrong = rules.has(Method.STEP_PER_TIME_ELEMENT) ? Dimension.TIME : Dimension.PARKING_TIME;
        List<Line> result = new ArrayList<>();
        for (Dimension dimension : List.of(Dimension.TIME, Dimension.PARKING_TIME)) {
            List<Line> chosen =
                    lines.stream().filter(line -> line.dimension() == dimension).toList();
            boolean last = !chosen.isEmpty() && chosen.contains(lines.get(lines.size() - 1));
            if (dimension == wrong) {
                result.addAll(each(chosen, Line::pricedBy));
            } else {
                result.addAll(last ? total(chosen, Method.LAST_TIME_ROUNDED) : chosen);
            }
        }
        return result;
    }

    private List<Line> total(List<Line> lines, Method lastPeriodOnly) {
        if (lines.isEmpty()) {
            return lines;
        }
        Line last = lines.get(lines.size() - 1);
        if (rules.has(Method.STEP_PER_TARIFF)) {
            return each(lines, line -> line.tariff().id());
        }
        if (rules.has(lastPeriodOnly)) {
            return round(
                    lines,
                    line -> line.period() == last.period() && line.pricedBy().equals(last.pricedBy()));
        }
        if (rules.has(Method.LAST_TARIFF_ROUNDED)) {
            return round(lines, line -> line.tariff().id().equals(last.tariff().id()));
        }
        return round(lines, line -> true);
    }

    private List<Line> each(List<Line> lines, Function<Line, Object> key) {
        Set<Object> keys = new LinkedHashSet<>(lines.stream().map(key).toList());
        List<Line> result = lines;
        for (Object group : keys) {
            result = round(result, line -> key.apply(line).equals(group));
        }
        return result;
    }

    /** Rounds the sum of the lines that count up, and adds the difference to the last of them. */
    private List<Line> round(List<Line> lines, Predicate<Line> counts) {
        List<Line> counted = lines.stream().filter(counts).toList();
        Line last = counted.get(counted.size() - 1);
        Line first = rules.has(Method.FIRST_STEP_SIZE) ? counted.get(0) : last;
        BigDecimal sum = counted.stream().map(Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        long periods = counted.stream().map(Line::period).distinct().count();
        List<Line> result = new ArrayList<>(lines);
        result.set(
                lastIndex(lines, last),
                last.plus(roundedUp(sum, first.component(), periods).subtract(sum)));
        return result;
    }

    private BigDecimal roundedUp(BigDecimal quantity, Component component, long periods) {
        BigDecimal step = stepOf(component);
        boolean ignored = rules.has(Method.STEP_IGNORED)
                || component.dimension() == Dimension.PARKING_TIME && rules.has(Method.PARKING_UNROUNDED);
        if (step.signum() <= 0 || quantity.signum() == 0 || ignored) {
            return quantity;
        }
        if (rules.has(Method.FIRST_STEP_NOT_FULL) && quantity.compareTo(step) < 0) {
            return quantity;
        }
        BigDecimal blur = component.dimension().blur().multiply(BigDecimal.valueOf(periods));
        BigDecimal nearest = quantity.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        boolean exact = nearest.signum() > 0
                && quantity.subtract(nearest).abs().compareTo(blur.min(step.multiply(BLUR_AT_MOST))) <= 0;
        if (exact) {
            return rules.has(Method.EXACT_MULTIPLE_RAISED) ? nearest.add(step) : nearest;
        }
        return quantity.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    private BigDecimal stepOf(Component component) {
        BigDecimal unit = component.dimension().step();
        if (component.dimension() == Dimension.ENERGY && rules.has(Method.ENERGY_STEP_IN_KWH)) {
            unit = BigDecimal.ONE;
        }
        if (component.dimension() != Dimension.ENERGY && rules.has(Method.TIME_STEP_IN_MINUTES)) {
            unit = BigDecimal.valueOf(60);
        }
        return component.stepSize().multiply(unit);
    }

    private static boolean any(List<Line> lines, Dimension dimension) {
        return lines.stream().anyMatch(line -> line.dimension() == dimension);
    }

    private static int lastIndex(List<Line> lines, Line line) {
        return lines.lastIndexOf(line);
    }
}
