package dev.roamlab.station.drama;

import dev.roamlab.ocpp.link.FrameTap;
import dev.roamlab.station.fleet.SimulatedStation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clocks of chargers are wrong: every moment they send is shifted. Only what they say is wrong; how long they charge and when
 * they wake is not, so that the energy stays right.
 */
final class ClockSkew implements Drama {
    private final Tap tap;
    private final List<SimulatedStation> victims;
    private final Duration by;

    ClockSkew(Tap tap, List<SimulatedStation> victims, Duration by) {
        this.tap = tap;
        this.victims = victims;
        this.by = by;
    }

    @Override
    public void strike() {
        victims.forEach(station -> tap.offsets.put(station.chargePointId(), by));
    }

    @Override
    public void calm() {
        victims.forEach(station -> tap.offsets.remove(station.chargePointId()));
    }

    @Override
    public int affected() {
        return victims.size();
    }

    @Override
    public int recovered() {
        return (int) victims.stream()
                .filter(station -> !tap.offsets.containsKey(station.chargePointId()))
                .count();
    }

    /** Shifts moments in what the chargers with a wrong clock send. */
    static final class Tap implements FrameTap {
        private static final Pattern MOMENT =
                Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z)\"");

        private final Map<String, Duration> offsets = new ConcurrentHashMap<>();

        @Override
        public boolean isActive() {
            return !offsets.isEmpty();
        }

        @Override
        public void frame(Passage passage, String text) {
            Duration offset = passage.sent() ? offsets.getOrDefault(passage.stationId(), Duration.ZERO) : Duration.ZERO;
            passage.pass(offset.isZero() ? text : shifted(text, offset));
        }

        static String shifted(String text, Duration offset) {
            return MOMENT.matcher(text)
                    .replaceAll(
                            moment -> Matcher.quoteReplacement("\"" + shiftedMoment(moment.group(1), offset) + "\""));
        }

        private static String shiftedMoment(String moment, Duration offset) {
            try {
                return Instant.parse(moment).plus(offset).toString();
            } catch (DateTimeException noMoment) {
                return moment;
            }
        }
    }
}
