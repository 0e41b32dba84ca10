package dev.roamlab.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one charge's meter told over time.
 *
 * @param version the OCPI version of the lab in which it happened; empty when no scenario says
 * @param station who sent the values
 * @param transaction OCPP's transaction id
 * @param series points in the order of time, per quantity that the meter told
 */
public record ChargeCurve(String version, String station, String transaction, Map<Quantity, List<Point>> series) {

    /** What is plotted. */
    public enum Quantity {
        /** kW. */
        POWER,
        /** kWh since the charge began. */
        ENERGY,
        /** Percent. */
        SOC;

        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One value at one moment, as the meter dated it. */
    public record Point(Instant time, BigDecimal value) {}

    /** The charges of a run, from the OCPP messages in it, in the order in which they began. */
    public static List<ChargeCurve> of(Run run) {
        return MeterReader.read(run);
    }
}
