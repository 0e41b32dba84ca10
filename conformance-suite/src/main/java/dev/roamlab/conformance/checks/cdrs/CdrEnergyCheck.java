package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Energy, power and current in a CDR. Spec: mod_cdrs_cdrdimensiontype_enum. */
@Checks(module = CatalogueModule.CDRS)
final class CdrEnergyCheck {
    /** Of a meter, with room, in kWh. */
    private static final BigDecimal RESOLUTION = new BigDecimal("0.005");

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal FIFTH_MORE = new BigDecimal("1.2");

    @Proves(value = "CDR-066", stage = Stage.FINAL, sut = SutRole.CPO)
    void total_energy_is_the_sum_of_the_periods(Probe probe) {
        for (SeenObject cdr : CdrBook.atTheEnd(probe).all()) {
            JsonNode total = cdr.json().path("total_energy");
            Optional<BigDecimal> sum = CdrBook.sum(cdr.json(), "ENERGY");
            if (!total.isNumber() || sum.isEmpty() || !complete(cdr.json())) {
                continue;
            }
            int periods = cdr.json().path("charging_periods").size();
            BigDecimal off = probe.sut().tolerances().energyKwh().max(BigDecimal.valueOf(periods, 4));
            Claim claim = probe.claim("CDR-066").on(cdr).at(cdr.pointer() + "/total_energy");
            if (near(total.decimalValue(), sum.get(), off)) {
                claim.held();
            } else if (isRoundedUp(cdr.json(), total.decimalValue(), sum.get())) {
                claim.warns(sum.get() + " kWh as measured, not rounded up to step_size", total);
            } else {
                claim.deviates(sum.get() + " kWh, the sum of the ENERGY volumes", total);
            }
        }
    }

    /** Whether every period in which was charged says how much. */
    private static boolean complete(JsonNode cdr) {
        for (JsonNode period : cdr.path("charging_periods")) {
            boolean charging = CdrBook.volume(period, "TIME")
                    .filter(time -> time.signum() > 0)
                    .isPresent();
            Optional<BigDecimal> energy = CdrBook.volume(period, "ENERGY");
            if (charging && energy.isEmpty()
                    || energy.filter(kwh -> kwh.signum() < 0).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRoundedUp(JsonNode cdr, BigDecimal total, BigDecimal sum) {
        for (JsonNode tariff : cdr.path("tariffs")) {
            for (JsonNode component : tariff.findValues("price_components")) {
                for (JsonNode one : component) {
                    BigDecimal step = BigDecimal.valueOf(one.path("step_size").asLong(), 3);
                    boolean energy = one.path("type").asText().equals("ENERGY") && step.signum() > 0;
                    if (energy
                            && sum.divide(step, 0, RoundingMode.CEILING)
                                            .multiply(step)
                                            .compareTo(total)
                                    == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Proves(value = "CDR-100", stage = Stage.FINAL, sut = SutRole.CPO)
    void energy_is_in_kwh(Probe probe) {
        CdrBook book = CdrBook.atTheEnd(probe);
        for (SeenObject cdr : book.all()) {
            List<Instant> bounds = CdrBook.bounds(cdr.json());
            Optional<BigDecimal> most = book.connector(cdr.json()).flatMap(CdrEnergyCheck::mostKilowatts);
            for (int i = 0; most.isPresent() && i + 1 < bounds.size(); i++) {
                JsonNode period = cdr.json().path("charging_periods").get(i);
                BigDecimal hours = CdrBook.hours(bounds.get(i), bounds.get(i + 1));
                Optional<BigDecimal> kwh = CdrBook.volume(period, "ENERGY");
                // In less than a minute a meter's resolution says more than the power.
                if (kwh.isPresent() && hours.compareTo(new BigDecimal("0.0167")) > 0) {
                    BigDecimal power = kwh.get().divide(hours, 3, RoundingMode.HALF_UP);
                    limited(
                            probe.claim("CDR-100").on(cdr).at(cdr.pointer() + "/charging_periods/" + i),
                            power,
                            most.get(),
                            BigDecimal.ONE,
                            "kW on average");
                }
            }
        }
    }

    private static void limited(Claim claim, BigDecimal value, BigDecimal most, BigDecimal warned, String unit) {
        if (value.compareTo(most.multiply(TEN)) > 0) {
            claim.deviates("at most about " + most.stripTrailingZeros().toPlainString() + " " + unit, value);
        } else {
            claim.holdsOrWarns(
                    value.compareTo(most.multiply(warned)) <= 0,
                    "at most " + most.stripTrailingZeros().toPlainString() + " " + unit,
                    value);
        }
    }

    /** What the connector can give: as stated, else what its voltage and current allow at the most. */
    private static Optional<BigDecimal> mostKilowatts(JsonNode connector) {
        if (connector.path("max_electric_power").isNumber()) {
            return Optional.of(
                    connector.path("max_electric_power").decimalValue().movePointLeft(3));
        }
        boolean known = connector.path("max_voltage").isNumber()
                && connector.path("max_amperage").isNumber();
        return known
                ? Optional.of(connector
                        .path("max_voltage")
                        .decimalValue()
                        .multiply(connector.path("max_amperage").decimalValue())
                        .multiply(phases(connector))
                        .movePointLeft(3))
                : Optional.empty();
    }

    private static BigDecimal phases(JsonNode connector) {
        return switch (connector.path("power_type").asText()) {
            case "AC_3_PHASE" -> BigDecimal.valueOf(3);
            case "AC_2_PHASE", "AC_2_PHASE_SPLIT" -> BigDecimal.valueOf(2);
            default -> BigDecimal.ONE;
        };
    }

    @Proves(value = "CDR-103", stage = Stage.FINAL, sut = SutRole.CPO)
    void current_and_power_have_their_units(Probe probe) {
        CdrBook book = CdrBook.atTheEnd(probe);
        for (SeenObject cdr : book.all()) {
            Optional<JsonNode> connector = book.connector(cdr.json());
            List<Instant> bounds = CdrBook.bounds(cdr.json());
            for (int i = 0; i < cdr.json().path("charging_periods").size(); i++) {
                JsonNode period = cdr.json().path("charging_periods").get(i);
                Claim claim = probe.claim("CDR-103").on(cdr);
                inOrder(claim, period, "MIN_CURRENT", "MAX_CURRENT");
                inOrder(claim, period, "MIN_POWER", "MAX_POWER");
                Optional<BigDecimal> hours = i + 1 < bounds.size()
                        ? Optional.of(CdrBook.hours(bounds.get(i), bounds.get(i + 1)))
                        : Optional.empty();
                connector.ifPresent(at -> withinConnector(claim, period, at, hours));
            }
        }
    }

    private static void inOrder(Claim claim, JsonNode period, String min, String max) {
        Optional<BigDecimal> low = CdrBook.volume(period, min);
        Optional<BigDecimal> high = CdrBook.volume(period, max);
        if (low.isPresent() && high.isPresent()) {
            claim.holds(low.get().compareTo(high.get()) <= 0, min + " not above " + max + ", " + high.get(), low.get());
        }
    }

    private static void withinConnector(Claim claim, JsonNode period, JsonNode connector, Optional<BigDecimal> hours) {
        // Power over a moment may be no more than the last digit of a meter.
        Optional<BigDecimal> power = CdrBook.volume(period, "MAX_POWER")
                .filter(kw -> hours.isEmpty() || kw.multiply(hours.get()).compareTo(RESOLUTION) > 0);
        Optional<BigDecimal> most = mostKilowatts(connector);
        if (power.isPresent() && most.isPresent()) {
            limited(claim, power.get(), most.get(), FIFTH_MORE, "kW in MAX_POWER");
        }
        Optional<BigDecimal> current = CdrBook.volume(period, "MAX_CURRENT");
        if (current.isPresent() && connector.path("max_amperage").isNumber()) {
            BigDecimal amperes = connector.path("max_amperage").decimalValue().multiply(phases(connector));
            claim.holdsOrWarns(
                    current.get().compareTo(amperes.multiply(FIFTH_MORE)) <= 0,
                    "at most " + amperes + " A over all phases in MAX_CURRENT",
                    current.get());
        }
    }

    @Proves(value = "CDR-083", stage = Stage.FINAL, sut = SutRole.CPO)
    void a_threshold_crossed_begins_a_period(Probe probe) {
        for (SeenObject cdr : CdrBook.atTheEnd(probe).plain()) {
            List<Instant> bounds = CdrBook.bounds(cdr.json());
            for (int i = 0; i + 1 < bounds.size(); i++) {
                JsonNode period = cdr.json().path("charging_periods").get(i);
                boolean brief = bounds.get(i + 1).isBefore(bounds.get(i).plusSeconds(60));
                Claim claim = probe.claim("CDR-083").on(cdr).at(cdr.pointer() + "/charging_periods/" + i);
                for (String quantity : List.of("current", "power")) {
                    thresholds(cdr.json(), quantity)
                            .forEach(threshold -> onOneSide(claim, period, quantity, threshold, brief));
                }
            }
        }
    }

    private static List<BigDecimal> thresholds(JsonNode cdr, String quantity) {
        return cdr.path("tariffs").findValues("restrictions").stream()
                .flatMap(restrictions ->
                        Stream.of(restrictions.path("min_" + quantity), restrictions.path("max_" + quantity)))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .toList();
    }

    private static void onOneSide(Claim claim, JsonNode period, String quantity, BigDecimal threshold, boolean brief) {
        String name = quantity.toUpperCase(Locale.ROOT);
        Optional<BigDecimal> low = CdrBook.volume(period, "MIN_" + name);
        Optional<BigDecimal> high = CdrBook.volume(period, "MAX_" + name);
        if (low.isEmpty() || high.isEmpty()) {
            return;
        }
        boolean across = low.get().compareTo(threshold) < 0 && high.get().compareTo(threshold) > 0;
        String rule = "a new period where the " + quantity + " crosses " + threshold;
        String seen = low.get() + " to " + high.get() + " in one period";
        if (brief) {
            claim.holdsOrWarns(!across, rule, seen);
        } else {
            claim.holds(!across, rule, seen);
        }
    }

    private static boolean near(BigDecimal one, BigDecimal other, BigDecimal off) {
        return one.subtract(other).abs().compareTo(off) <= 0;
    }
}
