package dev.roamlab.station;

import dev.roamlab.ocpp.messages.Location;
import dev.roamlab.ocpp.messages.Measurand;
import dev.roamlab.ocpp.messages.Phase;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.messages.UnitOfMeasure;
import dev.roamlab.station.models.PowerType;
import dev.roamlab.station.models.Quirk;
import dev.roamlab.station.physics.Flow;
import dev.roamlab.station.physics.PowerLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that a connector's meter can show at one moment. All figures belong together: they come of one flow. */
final class Measurements {
    private static final List<Phase> LINES = List.of(Phase.L1, Phase.L2, Phase.L3);
    private static final List<Phase> LINES_TO_NEUTRAL = List.of(Phase.L1_N, Phase.L2_N, Phase.L3_N);
    /** In the cabinet, without and at full load. */
    private static final double COOL_CELSIUS = 24;

    private static final double WARMTH_CELSIUS = 18;
    /** What on-board chargers and rectifiers reach. */
    private static final double POWER_FACTOR = 0.99;

    private final ReadingContext context;
    private final List<SampledValue> values = new ArrayList<>();

    private Measurements(ReadingContext context) {
        this.context = context;
    }

    static List<SampledValue> all(StationState state, ConnectorState connector, ReadingContext context) {
        Measurements measured = new Measurements(context);
        Flow flow = Metering.flow(state, connector);
        measured.values.add(SampledValue.registerWh(connector.reading(), context));
        measured.add(Measurand.POWER_ACTIVE_IMPORT, flow.watts(), 1, Optional.empty(), UnitOfMeasure.W);
        if (connector.model().powerType().direct()) {
            measured.direct(state, connector, flow);
        } else {
            measured.lines(state, connector, flow);
        }
        measured.rest(state, connector, flow);
        return measured.values;
    }

    private void direct(StationState state, ConnectorState connector, Flow flow) {
        add(Measurand.CURRENT_IMPORT, flow.amps(), 2, Optional.empty(), UnitOfMeasure.A);
        add(Measurand.VOLTAGE, flow.volts(), 2, Optional.empty(), UnitOfMeasure.V);
        if (!state.spec().model().quirks().has(Quirk.NO_STATE_OF_CHARGE)) {
            connector.plug().ifPresent(plug -> stateOfCharge(plug.car().stateOfCharge()));
        }
    }

    private void lines(StationState state, ConnectorState connector, Flow flow) {
        int wired = connector.model().powerType().phases();
        // A profile may have chosen the one line that carries current; it counts from 1.
        int first =
                flow.phases() == 1 ? Math.max(0, Allowance.at(state, connector).line() - 1) : 0;
        for (int line = 0; line < wired; line++) {
            boolean carries = line >= first && line < first + flow.phases();
            add(Measurand.CURRENT_IMPORT, carries ? flow.amps() : 0, 2, at(LINES, line), UnitOfMeasure.A);
        }
        for (int line = 0; line < wired; line++) {
            add(Measurand.VOLTAGE, flow.volts(), 2, at(LINES_TO_NEUTRAL, line), UnitOfMeasure.V);
        }
    }

    private void rest(StationState state, ConnectorState connector, Flow flow) {
        connector
                .transaction()
                .ifPresent(running -> add(
                        Measurand.ENERGY_ACTIVE_IMPORT_INTERVAL,
                        connector.reading() - running.intervalFromWh(),
                        0,
                        Optional.empty(),
                        UnitOfMeasure.WH));
        PowerLimit offered = Metering.offered(state, connector);
        add(Measurand.POWER_OFFERED, offered.watts(), 1, Optional.empty(), UnitOfMeasure.W);
        add(Measurand.CURRENT_OFFERED, offered.amps(), 2, Optional.empty(), UnitOfMeasure.A);
        double load = Math.min(1, flow.watts() / (connector.model().maxPowerKw() * 1000));
        values.add(new SampledValue(
                round(COOL_CELSIUS + WARMTH_CELSIUS * load, 1),
                context,
                Measurand.TEMPERATURE,
                Optional.empty(),
                Location.BODY,
                Optional.of(UnitOfMeasure.CELSIUS)));
        if (!connector.model().powerType().direct()) {
            alternating(connector, flow);
        }
    }

    private void alternating(ConnectorState connector, Flow flow) {
        boolean american = connector.model().powerType() == PowerType.AC_2_PHASE_SPLIT;
        plain(Measurand.FREQUENCY, american ? 60 : 50, 2);
        plain(Measurand.POWER_FACTOR, flow.watts() > 0 ? POWER_FACTOR : 1, 2);
        double reactive = flow.watts() * Math.tan(Math.acos(POWER_FACTOR));
        add(Measurand.POWER_REACTIVE_IMPORT, reactive, 1, Optional.empty(), UnitOfMeasure.VAR);
    }

    /** Only a DC station hears it from the car. */
    private void stateOfCharge(double percent) {
        values.add(new SampledValue(
                round(percent, 0),
                context,
                Measurand.SOC,
                Optional.empty(),
                Location.EV,
                Optional.of(UnitOfMeasure.PERCENT)));
    }

    private void add(Measurand measurand, double value, int decimals, Optional<Phase> phase, UnitOfMeasure unit) {
        values.add(new SampledValue(
                round(value, decimals), context, measurand, phase, Location.OUTLET, Optional.of(unit)));
    }

    private void plain(Measurand measurand, double value, int decimals) {
        values.add(new SampledValue(
                round(value, decimals), context, measurand, Optional.empty(), Location.OUTLET, Optional.empty()));
    }

    private static Optional<Phase> at(List<Phase> phases, int line) {
        return Optional.of(phases.get(line));
    }

    private static BigDecimal round(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
