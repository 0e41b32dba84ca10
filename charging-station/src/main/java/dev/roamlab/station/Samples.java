package dev.roamlab.station;

import dev.roamlab.ocpp.messages.Location;
import dev.roamlab.ocpp.messages.Measurand;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.Phase;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.messages.UnitOfMeasure;
import dev.roamlab.station.models.Quirk;
import dev.roamlab.station.physics.Flow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a connector's meter shows: the measurands that the configuration asks for. */
final class Samples {
    private static final List<Phase> LINES = List.of(Phase.L1, Phase.L2, Phase.L3);
    private static final List<Phase> LINES_TO_NEUTRAL = List.of(Phase.L1_N, Phase.L2_N, Phase.L3_N);

    private Samples() {}

    static MeterValue of(StationState state, ConnectorState connector, ReadingContext context, Instant now) {
        List<SampledValue> values = new ArrayList<>();
        values.add(SampledValue.registerWh(connector.reading(), context));
        boolean atItsEnds = context == ReadingContext.TRANSACTION_BEGIN || context == ReadingContext.TRANSACTION_END;
        if (!atItsEnds) {
            addFlow(values, state, connector, context);
        }
        List<String> wanted = state.configuration().list(ConfigurationKey.METER_VALUES_SAMPLED_DATA);
        return new MeterValue(
                now,
                values.stream()
                        .filter(value ->
                                atItsEnds || wanted.contains(value.measurand().wireName()))
                        .toList());
    }

    private static void addFlow(
            List<SampledValue> values, StationState state, ConnectorState connector, ReadingContext context) {
        Flow flow = Metering.flow(state, connector);
        boolean direct = connector.model().powerType().direct();
        values.add(value(Measurand.POWER_ACTIVE_IMPORT, flow.watts(), 1, Optional.empty(), UnitOfMeasure.W, context));
        if (direct) {
            values.add(value(Measurand.CURRENT_IMPORT, flow.amps(), 2, Optional.empty(), UnitOfMeasure.A, context));
            values.add(value(Measurand.VOLTAGE, flow.volts(), 2, Optional.empty(), UnitOfMeasure.V, context));
            if (!state.spec().model().quirks().has(Quirk.NO_STATE_OF_CHARGE)) {
                connector.plug().ifPresent(plug -> values.add(soc(plug.car().stateOfCharge(), context)));
            }
            return;
        }
        for (int line = 0; line < connector.model().powerType().phases(); line++) {
            double amps = line < flow.phases() ? flow.amps() : 0;
            values.add(value(Measurand.CURRENT_IMPORT, amps, 2, phase(LINES, line), UnitOfMeasure.A, context));
        }
        for (int line = 0; line < connector.model().powerType().phases(); line++) {
            values.add(
                    value(Measurand.VOLTAGE, flow.volts(), 2, phase(LINES_TO_NEUTRAL, line), UnitOfMeasure.V, context));
        }
    }

    private static Optional<Phase> phase(List<Phase> phases, int line) {
        return Optional.of(phases.get(line));
    }

    /** Only a DC station hears it from the car. */
    private static SampledValue soc(double stateOfCharge, ReadingContext context) {
        return new SampledValue(
                round(stateOfCharge, 0),
                context,
                Measurand.SOC,
                Optional.empty(),
                Location.EV,
                Optional.of(UnitOfMeasure.PERCENT));
    }

    private static SampledValue value(
            Measurand measurand,
            double value,
            int decimals,
            Optional<Phase> phase,
            UnitOfMeasure unit,
            ReadingContext context) {
        return new SampledValue(round(value, decimals), context, measurand, phase, Location.OUTLET, Optional.of(unit));
    }

    private static BigDecimal round(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
