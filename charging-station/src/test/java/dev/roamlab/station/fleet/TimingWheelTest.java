package dev.roamlab.station.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.SteppedClock;
import dev.roamlab.station.fleet.TimingWheel.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimingWheelTest {
    private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

    private final SteppedClock clock = new SteppedClock(START, SteppedClock.MAX_SPEED);
    private final TimingWheel wheel = new TimingWheel(clock);
    private final List<String> rung = new ArrayList<>();

    @Test
    void alarms_ring_in_order_of_time_and_then_in_the_order_they_were_set() {
        wheel.set(alarm("late"), START.plusSeconds(9));
        wheel.set(alarm("first at five"), START.plusSeconds(5));
        wheel.set(alarm("second at five"), START.plusSeconds(5));
        wheel.set(alarm("early"), START.plusSeconds(1));

        clock.pass(Duration.ofSeconds(10));

        assertThat(rung).containsExactly("early", "first at five", "second at five", "late");
    }

    @Test
    void an_alarm_rings_at_its_latest_time_only() {
        Alarm moved = alarm("moved");
        wheel.set(moved, START.plusSeconds(1));
        wheel.set(moved, START.plusSeconds(3));

        clock.pass(Duration.ofSeconds(2));
        assertThat(rung).isEmpty();

        clock.pass(Duration.ofSeconds(2));
        assertThat(rung).containsExactly("moved");
    }

    @Test
    void a_cancelled_alarm_keeps_silent_and_the_others_do_not() {
        Alarm cancelled = alarm("cancelled");
        wheel.set(cancelled, START.plusSeconds(1));
        wheel.set(alarm("other"), START.plusSeconds(2));

        wheel.cancel(cancelled);
        clock.pass(Duration.ofSeconds(3));

        assertThat(rung).containsExactly("other");
        assertThat(wheel.size()).isZero();
    }

    @Test
    void thousands_of_alarms_set_moved_and_cancelled_at_random_ring_as_they_should() {
        Random random = new Random(7);
        List<Alarm> alarms = new ArrayList<>();
        List<Instant> due = new ArrayList<>();
        List<Instant> heard = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            alarms.add(new Alarm(() -> heard.add(clock.instant())));
            due.add(Instant.MAX);
        }
        for (int i = 0; i < 10_000; i++) {
            int which = random.nextInt(alarms.size());
            if (random.nextInt(4) == 0) {
                wheel.cancel(alarms.get(which));
                due.set(which, Instant.MAX);
            } else {
                due.set(which, START.plusMillis(random.nextInt(60_000)));
                wheel.set(alarms.get(which), due.get(which));
            }
        }

        clock.pass(Duration.ofMinutes(1));

        List<Instant> expected = due.stream()
                .filter(at -> !at.equals(Instant.MAX))
                .sorted(Comparator.naturalOrder())
                .toList();
        assertThat(heard).isEqualTo(expected);
    }

    private Alarm alarm(String name) {
        return new Alarm(() -> rung.add(name));
    }
}
