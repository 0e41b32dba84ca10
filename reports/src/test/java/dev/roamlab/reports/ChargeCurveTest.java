package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.reports.ChargeCurve.Point;
import dev.roamlab.reports.ChargeCurve.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChargeCurveTest {
    private final List<ChargeCurve> charges = ChargeCurve.of(Charges.run());

    @Test
    void a_charge_of_ocpp_16_has_its_phases_summed_and_its_energy_from_zero() {
        ChargeCurve slow = charges.get(0);

        assertThat(slow)
                .extracting(ChargeCurve::version, ChargeCurve::station, ChargeCurve::transaction)
                .containsExactly("2.3.0", "station:SLOW-1", "7");
        assertThat(slow.series()).containsOnlyKeys(Quantity.POWER, Quantity.ENERGY);
        assertThat(points(slow, Quantity.POWER)).hasSize(40).first().isEqualTo(point("2026-03-17T15:01:00Z", "11"));
        assertThat(points(slow, Quantity.ENERGY)).first().isEqualTo(point("2026-03-17T15:00:00Z", "0"));
        assertThat(points(slow, Quantity.ENERGY)).last().isEqualTo(point("2026-03-17T15:41:00Z", "7.4"));
    }

    @Test
    void a_charge_of_ocpp_201_is_read_with_its_multipliers_and_state_of_charge() {
        ChargeCurve fast = charges.get(1);

        assertThat(points(fast, Quantity.POWER)).first().isEqualTo(point("2026-03-17T15:00:00Z", "150"));
        assertThat(points(fast, Quantity.ENERGY)).last().isEqualTo(point("2026-03-17T15:40:00Z", "40"));
        assertThat(points(fast, Quantity.SOC)).last().isEqualTo(point("2026-03-17T15:40:00Z", "80"));
    }

    @Test
    void a_run_without_meter_values_has_no_curves() {
        assertThat(ChargeCurve.of(Runs.scenarios())).isEmpty();
        assertThat(ChargeCurve.of(Runs.conformance())).isEmpty();
    }

    private static List<Point> points(ChargeCurve charge, Quantity quantity) {
        return charge.series().getOrDefault(quantity, List.of());
    }

    private static Point point(String time, String value) {
        return new Point(Instant.parse(time), new BigDecimal(value));
    }
}
