package dev.roamlab.station.fleet;

import dev.roamlab.lab.LabClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The alarms of all stations of one fleet verticle, driven by a single timer of the lab's clock: the next one due. A heap,
 * ordered by time and then by who asked first, so that stations wake in a repeatable order. Confined to one event loop.
 */
final class TimingWheel {
    private static final LabClock.Timer NONE = () -> {};

    private final LabClock clock;
    private Alarm[] heap = new Alarm[16];
    private int size;
    private long asked;
    private LabClock.Timer timer = NONE;
    private long armedFor = Alarm.NEVER;
    private boolean stopped;

    TimingWheel(LabClock clock) {
        this.clock = clock;
    }

    /** One owner's alarm: at most one time at a time. */
    static final class Alarm {
        static final long NEVER = Long.MAX_VALUE;
        private static final int IDLE = -1;

        private final Runnable task;
        private long dueMillis = NEVER;
        private long order;
        private int index = IDLE;

        Alarm(Runnable task) {
            this.task = task;
        }

        private boolean before(Alarm other) {
            return dueMillis != other.dueMillis ? dueMillis < other.dueMillis : order < other.order;
        }
    }

    /** Sets an alarm, in place of the time it had. */
    void set(Alarm alarm, Instant due) {
        long millis = due.toEpochMilli() + (due.getNano() % 1_000_000 == 0 ? 0 : 1);
        if (alarm.index != Alarm.IDLE && alarm.dueMillis == millis) {
            return;
        }
        remove(alarm);
        if (stopped) {
            return;
        }
        alarm.dueMillis = millis;
        alarm.order = ++asked;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        place(alarm, size++);
        up(alarm);
        arm();
    }

    /** Keeps an alarm from going off. */
    void cancel(Alarm alarm) {
        remove(alarm);
        arm();
    }

    int size() {
        return size;
    }

    /** Forgets all alarms, and those that are set from now on. */
    void stop() {
        stopped = true;
        while (size > 0) {
            remove(heap[0]);
        }
        arm();
    }

    /** One alarm at a time: in stepped time, what it sets going ends before the next one goes off. */
    private void ring() {
        timer = NONE;
        armedFor = Alarm.NEVER;
        if (size > 0 && heap[0].dueMillis <= clock.instant().toEpochMilli()) {
            Alarm alarm = heap[0];
            remove(alarm);
            alarm.task.run();
        }
        arm();
    }

    private void arm() {
        long next = size == 0 ? Alarm.NEVER : heap[0].dueMillis;
        if (next == armedFor) {
            return;
        }
        timer.cancel();
        armedFor = next;
        timer = next == Alarm.NEVER
                ? NONE
                : clock.schedule(Duration.between(clock.instant(), Instant.ofEpochMilli(next)), this::ring);
    }

    private void remove(Alarm alarm) {
        if (alarm.index == Alarm.IDLE) {
            return;
        }
        Alarm last = heap[--size];
        heap[size] = null;
        if (last != alarm) {
            place(last, alarm.index);
            up(last);
            down(last);
        }
        alarm.index = Alarm.IDLE;
        alarm.dueMillis = Alarm.NEVER;
    }

    private void up(Alarm alarm) {
        while (alarm.index > 0 && alarm.before(heap[(alarm.index - 1) / 2])) {
            swap(alarm, heap[(alarm.index - 1) / 2]);
        }
    }

    private void down(Alarm alarm) {
        while (true) {
            int child = 2 * alarm.index + 1;
            if (child + 1 < size && heap[child + 1].before(heap[child])) {
                child++;
            }
            if (child >= size || !heap[child].before(alarm)) {
                return;
            }
            swap(alarm, heap[child]);
        }
    }

    private void swap(Alarm one, Alarm other) {
        int place = one.index;
        place(one, other.index);
        place(other, place);
    }

    private void place(Alarm alarm, int index) {
        heap[index] = alarm;
        alarm.index = index;
    }
}
