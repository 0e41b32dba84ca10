package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.Measurand;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.station.StationEvent.LimitSet;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which figures a station tells, when, and whether they fit together. The rig's clock begins at eight o'clock sharp. */
class MeterReadingsTest {
    private static final IdToken ANNA = IdToken.of("ANNA");

    private final StationRig rig = StationRig.booted("post-22-twin");

    @Test
    void clock_aligned_values_come_at_full_quarters_from_every_connector() {
        rig.pass(Duration.ofMinutes(7));
        rig.set(Map.of(
                ConfigurationKey.CLOCK_ALIGNED_DATA_INTERVAL, "900",
                ConfigurationKey.METER_VALUES_ALIGNED_DATA, "Energy.Active.Import.Register",
                ConfigurationKey.METER_VALUE_SAMPLE_INTERVAL, "0"));
        charge();

        rig.pass(Duration.ofMinutes(30));

        assertThat(rig.heard())
                .containsExactly(
                        "1.1 UPDATED METER_VALUE_CLOCK", "MeterValues", "1.1 UPDATED METER_VALUE_CLOCK", "MeterValues");
        TransactionEventRequest event = last(TransactionEventRequest.class);
        assertThat(event.timestamp()).isEqualTo(StationRig.START.plus(Duration.ofMinutes(30)));
        assertThat(event.meterValue().get(0).sampledValue())
                .extracting(SampledValue::context)
                .containsOnly(ReadingContext.SAMPLE_CLOCK);
        assertThat(last(MeterValuesRequest.class).evse().id()).isEqualTo(2);
    }

    @Test
    void without_measurands_there_is_nothing_to_tell() {
        rig.set(Map.of(
                ConfigurationKey.CLOCK_ALIGNED_DATA_INTERVAL, "60",
                ConfigurationKey.METER_VALUES_SAMPLED_DATA, ""));
        charge();

        rig.pass(Duration.ofMinutes(5));

        assertThat(rig.heard()).isEmpty();
    }

    @Test
    void the_last_message_brings_what_was_kept_for_it() {
        rig.set(Map.of(ConfigurationKey.STOP_TXN_SAMPLED_DATA, "Energy.Active.Import.Register,Voltage"));
        charge();

        rig.pass(Duration.ofMinutes(3));
        rig.happen(new TokenPresented(Optional.of(1), ANNA));

        List<MeterValue> values = last(TransactionEventRequest.class).meterValue();
        assertThat(values).hasSize(4);
        assertThat(values.get(0).sampledValue())
                .extracting(SampledValue::measurand)
                .containsExactly(
                        Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
                        Measurand.VOLTAGE,
                        Measurand.VOLTAGE,
                        Measurand.VOLTAGE);
        assertThat(MeterValue.registerWh(values, ReadingContext.TRANSACTION_END))
                .hasValueSatisfying(wattHours -> assertThat(wattHours).isEqualByComparingTo("1104"));
    }

    @Test
    void a_long_transaction_keeps_a_bounded_number() {
        rig.set(Map.of(ConfigurationKey.STOP_TXN_SAMPLED_DATA, "Energy.Active.Import.Register"));
        charge();

        rig.pass(Duration.ofHours(20));
        rig.happen(new TokenPresented(Optional.of(1), ANNA));

        List<MeterValue> values = last(TransactionEventRequest.class).meterValue();
        assertThat(values)
                .hasSizeBetween(30, 62)
                .isSortedAccordingTo(java.util.Comparator.comparing(MeterValue::timestamp));
    }

    @Test
    void all_measurands_fit_together() {
        rig.set(Map.of(
                ConfigurationKey.METER_VALUES_SAMPLED_DATA,
                "Current.Import,Current.Offered,Energy.Active.Import.Interval,Frequency,Power.Active.Import,"
                        + "Power.Factor,Power.Offered,Power.Reactive.Import,Temperature,Voltage"));
        charge();
        rig.happen(new LimitSet(1, 6_900));

        rig.pass(Duration.ofSeconds(60));

        TransactionEventRequest event = last(TransactionEventRequest.class);
        assertThat(event.triggerReason()).isEqualTo(TriggerReason.METER_VALUE_PERIODIC);
        assertThat(figure(event, Measurand.POWER_OFFERED)).isEqualTo(6_900);
        assertThat(figure(event, Measurand.CURRENT_OFFERED)).isEqualTo(10);
        assertThat(figure(event, Measurand.POWER_ACTIVE_IMPORT)).isEqualTo(6_900);
        assertThat(figure(event, Measurand.ENERGY_ACTIVE_IMPORT_INTERVAL)).isEqualTo(115);
        assertThat(figure(event, Measurand.FREQUENCY)).isEqualTo(50);
        assertThat(figure(event, Measurand.TEMPERATURE)).isBetween(24.0, 42.0);
        rig.pass(Duration.ofSeconds(60));
        assertThat(figure(last(TransactionEventRequest.class), Measurand.ENERGY_ACTIVE_IMPORT_INTERVAL))
                .isEqualTo(115);
    }

    private void charge() {
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(10)));
        rig.happen(new TokenPresented(Optional.of(1), ANNA));
        rig.heard();
    }

    private static double figure(TransactionEventRequest event, Measurand measurand) {
        return event.meterValue().get(0).sampledValue().stream()
                .filter(value -> value.measurand() == measurand)
                .findFirst()
                .orElseThrow()
                .value()
                .doubleValue();
    }

    private <T> T last(Class<T> kind) {
        return rig.sent.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
