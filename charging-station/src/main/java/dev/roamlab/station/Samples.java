package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.METER_VALUES_ALIGNED_DATA;
import static dev.roamlab.station.ConfigurationKey.METER_VALUES_SAMPLED_DATA;
import static dev.roamlab.station.ConfigurationKey.SAMPLED_TX_ENDED_INTERVAL;
import static dev.roamlab.station.ConfigurationKey.SAMPLED_TX_STARTED_MEASURANDS;
import static dev.roamlab.station.ConfigurationKey.STOP_TXN_ALIGNED_DATA;
import static dev.roamlab.station.ConfigurationKey.STOP_TXN_SAMPLED_DATA;

import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.SampledValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which figures go into which message: what the configuration asks for. */
final class Samples {
    /** More than this in one message is more than most links take: every second one goes. Spec: OCPP 2.0.1, E06. */
    private static final int MOST_KEPT = 60;

    private Samples() {}

    /** Whether anything at all is to be told on this occasion. */
    static boolean wanted(StationState state, ReadingContext context) {
        return atAnEnd(context) || !measurands(state, context).isEmpty();
    }

    /** What is told on this occasion. A transaction's begin and end always have the register. */
    static MeterValue of(StationState state, ConnectorState connector, ReadingContext context, Instant now) {
        List<String> wanted = measurands(state, context);
        boolean onlyRegister = atAnEnd(context) && wanted.isEmpty();
        return new MeterValue(
                now,
                onlyRegister
                        ? List.of(SampledValue.registerWh(connector.reading(), context))
                        : Measurements.all(state, connector, context).stream()
                                .filter(value ->
                                        wanted.contains(value.measurand().wireName())
                                                || (atAnEnd(context) && value.isRegister()))
                                .toList());
    }

    /** What is kept for a transaction's last message on this occasion. */
    static Optional<MeterValue> forTheEnd(
            StationState state, ConnectorState connector, ReadingContext context, Instant now) {
        boolean everySample = !state.idiom().eventful() || state.configuration().whole(SAMPLED_TX_ENDED_INTERVAL) > 0;
        ConfigurationKey key = context == ReadingContext.SAMPLE_CLOCK ? STOP_TXN_ALIGNED_DATA : STOP_TXN_SAMPLED_DATA;
        List<String> wanted = everySample || context == ReadingContext.SAMPLE_CLOCK ? list(state, key) : List.of();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<SampledValue> values = Measurements.all(state, connector, context).stream()
                .filter(value -> wanted.contains(value.measurand().wireName()))
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new MeterValue(now, values));
    }

    /** One more, and not too many. */
    static List<MeterValue> withinReason(List<MeterValue> kept, MeterValue more) {
        List<MeterValue> all = new ArrayList<>(kept);
        if (all.size() >= MOST_KEPT) {
            for (int second = all.size() - 1; second > 0; second -= 2) {
                all.remove(second);
            }
        }
        all.add(more);
        return all;
    }

    private static List<String> measurands(StationState state, ReadingContext context) {
        return list(
                state,
                switch (context) {
                    case TRANSACTION_BEGIN -> SAMPLED_TX_STARTED_MEASURANDS;
                    case TRANSACTION_END -> STOP_TXN_SAMPLED_DATA;
                    case SAMPLE_CLOCK -> METER_VALUES_ALIGNED_DATA;
                    case SAMPLE_PERIODIC, TRIGGER, INTERRUPTION_BEGIN, INTERRUPTION_END, OTHER ->
                        METER_VALUES_SAMPLED_DATA;
                });
    }

    private static List<String> list(StationState state, ConfigurationKey key) {
        return state.configuration().value(key).isBlank()
                ? List.of()
                : state.configuration().list(key);
    }

    private static boolean atAnEnd(ReadingContext context) {
        return context == ReadingContext.TRANSACTION_BEGIN || context == ReadingContext.TRANSACTION_END;
    }
}
