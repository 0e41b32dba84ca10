package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.Location;
import dev.roamlab.ocpp.messages.Measurand;
import dev.roamlab.ocpp.messages.Phase;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.messages.SignedMeterValue;
import dev.roamlab.ocpp.messages.UnitOfMeasure;
import dev.roamlab.ocpp.payload.Leaf;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One measured figure. Spec: OCPP 2.0.1, SampledValueType. */
record Sample(
        BigDecimal value,
        Optional<ReadingContext> context,
        Optional<Measurand> measurand,
        Optional<Phase> phase,
        Optional<Location> location,
        Optional<SignedMeterValue> signedMeterValue,
        Optional<UnitForm> unitOfMeasure) {
    private static final Logger LOG = LoggerFactory.getLogger(Sample.class);
    private static final Set<Measurand> ONLY_1_6 = EnumSet.of(Measurand.RPM, Measurand.TEMPERATURE);

    /** A figure; empty when 2.0.1 has no word for what was measured. */
    static Optional<Sample> of(SampledValue sample) {
        if (ONLY_1_6.contains(sample.measurand())) {
            return Optional.empty();
        }
        return Optional.of(new Sample(
                sample.value(),
                Optional.of(sample.context()),
                Optional.of(sample.measurand()),
                sample.phase(),
                Optional.of(sample.location()),
                sample.signedMeterValue(),
                sample.unit().map(UnitForm::of)));
    }

    /** The figure in base units; empty when it counts something that cannot be told. */
    Optional<SampledValue> neutral() {
        Measurand measured = measurand.orElse(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER);
        int multiplier = unitOfMeasure.flatMap(UnitForm::multiplier).orElse(0);
        Optional<String> unit = unitOfMeasure.flatMap(UnitForm::unit).or(() -> usualUnit(measured));
        Optional<UnitForm.Base> base = unit.flatMap(UnitForm::base);
        if (Math.abs(multiplier) > UnitForm.MAX_POWER || (base.isEmpty() && mustCount(measured, unit))) {
            // Not refused: an event that is refused for one odd figure would be repeated for ever.
            LOG.debug("meter value left out: {} in '{}'", measured.wireName(), Leaf.shortened(unit.orElse("")));
            return Optional.empty();
        }
        int power = multiplier + base.map(UnitForm.Base::power).orElse(0);
        return Optional.of(new SampledValue(
                plain(value.scaleByPowerOfTen(power)),
                context.orElse(ReadingContext.SAMPLE_PERIODIC),
                measured,
                phase,
                location.orElse(Location.OUTLET),
                base.map(UnitForm.Base::unit),
                signedMeterValue));
    }

    /** One form for equal numbers, without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A unit that nobody knows makes a figure worthless where others reckon with it. */
    private static boolean mustCount(Measurand measured, Optional<String> unit) {
        String name = measured.wireName();
        return unit.isPresent()
                && (name.startsWith("Energy.") || name.startsWith("Power.Active") || name.startsWith("Current."));
    }

    private static Optional<String> usualUnit(Measurand measured) {
        String name = measured.wireName();
        if (!name.startsWith("Energy.")) {
            return Optional.empty();
        } else if (name.startsWith("Energy.Reactive.")) {
            return Optional.of(UnitForm.of(UnitOfMeasure.VARH).name());
        }
        return Optional.of(UnitForm.of(UnitOfMeasure.WH).name());
    }
}
