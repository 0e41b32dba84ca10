package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.Location;
import dev.roamlab.ocpp.messages.Measurand;
import dev.roamlab.ocpp.messages.Phase;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.payload.Leaf;
import java.math.BigDecimal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One measured figure. Spec: OCPP 1.6, SampledValue. */
record Sample(
        String value,
        Optional<ReadingContext> context,
        Optional<Format> format,
        Optional<Measurand> measurand,
        Optional<Phase> phase,
        Optional<Location> location,
        Optional<Unit> unit) {
    private static final Logger LOG = LoggerFactory.getLogger(Sample.class);
    /** No meter shows more digits, and arithmetic on what a stranger sent stays cheap. */
    private static final int MAX_DIGITS = 30;

    /** What the text of a value is. */
    enum Format {
        RAW,
        SIGNED_DATA
    }

    static Sample of(SampledValue sample) {
        return new Sample(
                sample.value().toPlainString(),
                Optional.of(sample.context()),
                Optional.empty(),
                Optional.of(sample.measurand()),
                sample.phase(),
                Optional.of(sample.location()),
                sample.unit().map(Unit::of));
    }

    /** The figure; empty for signed data, which is a proof and no figure, and for what is no number at all. */
    Optional<SampledValue> neutral() {
        Measurand measured = measurand.orElse(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER);
        Optional<Unit> counted = unit.or(() -> energyUnit(measured));
        return number().map(figure -> new SampledValue(
                counted.map(given -> given.inBaseUnits(figure)).orElse(figure),
                context.orElse(ReadingContext.SAMPLE_PERIODIC),
                measured,
                phase,
                location.orElse(Location.OUTLET),
                counted.map(Unit::base)));
    }

    private Optional<BigDecimal> number() {
        if (format.filter(Format.SIGNED_DATA::equals).isPresent()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(value.strip());
            if (number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS) {
                return Optional.of(number);
            }
        } catch (NumberFormatException noNumber) {
            // Said below, as for a number beyond reason.
        }
        // Not refused: a StopTransaction that is refused for one odd figure would be repeated for ever.
        LOG.debug("meter value left out: '{}' is no number", Leaf.shortened(value));
        return Optional.empty();
    }

    private static Optional<Unit> energyUnit(Measurand measured) {
        String name = measured.wireName();
        if (!name.startsWith("Energy.")) {
            return Optional.empty();
        }
        return Optional.of(name.startsWith("Energy.Reactive.") ? Unit.VARH : Unit.WH);
    }
}
