package dev.roamlab.cpo.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.pricing.Phase;
import dev.roamlab.pricing.PhaseKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How meter readings and what the station tells between them become phases. */
class MeterTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void energy_belongs_to_the_time_in_which_the_car_charged() {
        Meter meter = start().turn(at(10), PhaseKind.PARKED).turn(at(20), PhaseKind.CHARGING);

        Meter read = meter.read(at(40), new BigDecimal("4000"), Optional.empty());

        assertThat(read.phases())
                .extracting(Phase::kind)
                .containsExactly(PhaseKind.CHARGING, PhaseKind.PARKED, PhaseKind.CHARGING);
        assertThat(read.phases().get(0).energyKwh()).isEqualByComparingTo("1");
        assertThat(read.phases().get(1).energyKwh()).isEqualByComparingTo("0");
        assertThat(read.phases().get(2).energyKwh()).isEqualByComparingTo("2");
        assertThat(read.kwh()).isEqualByComparingTo("3");
    }

    @Test
    void phases_follow_each_other_without_gaps() {
        Meter meter = start().read(at(10), new BigDecimal("2000"), Optional.empty())
                .turn(at(15), PhaseKind.PARKED)
                .pass(at(30));

        assertThat(meter.usage().phases()).extracting(Phase::end).containsExactly(at(10), at(15), at(30));
    }

    @Test
    void a_register_that_runs_backwards_or_a_late_reading_takes_nothing_away() {
        Meter meter = start().read(at(10), new BigDecimal("2000"), Optional.empty());

        assertThat(meter.read(at(20), new BigDecimal("1500"), Optional.empty()).kwh())
                .isEqualByComparingTo("1");
        assertThat(meter.read(at(5), new BigDecimal("1800"), Optional.empty())).isEqualTo(meter);
    }

    @Test
    void without_a_reading_at_the_start_the_first_one_counts_from() {
        Meter meter = Meter.start(START, PhaseKind.CHARGING, Optional.empty())
                .read(at(10), new BigDecimal("7000"), Optional.empty())
                .read(at(20), new BigDecimal("8000"), Optional.empty());

        assertThat(meter.kwh()).isEqualByComparingTo("1");
    }

    private static Meter start() {
        return Meter.start(START, PhaseKind.CHARGING, Optional.of(new BigDecimal("1000")));
    }

    private static Instant at(int minutes) {
        return START.plusSeconds(minutes * 60L);
    }
}
