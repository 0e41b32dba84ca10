package dev.roamlab.control.events;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last events, so that a reader who was away a while can go on where he stopped. Used on one event loop. */
public final class EventRing {
    private final Optional<?>[] events;
    private final Clock clock;
    private final List<Runnable> readers = new ArrayList<>();
    private long last;

    /** @param size so many are kept */
    public EventRing(int size, Clock clock) {
        this.events = new Optional<?>[size];
        this.clock = clock;
    }

    /** Adds an event, numbers it, and wakes the readers. */
    public void tell(EventBuilder happened) {
        Event event = happened.id(++last).at(clock.instant()).build();
        events[(int) (last % events.length)] = Optional.of(event);
        for (Runnable reader : List.copyOf(readers)) {
            reader.run();
        }
    }

    /** The number of the newest event; 0 when there was none. */
    public long last() {
        return last;
    }

    /** The number of the oldest event that is still there. */
    long first() {
        return Math.max(1, last - events.length + 1);
    }

    /** An event that is still there. */
    Event at(long id) {
        return (Event) events[(int) (id % events.length)].orElseThrow();
    }

    int readers() {
        return readers.size();
    }

    void wake(Runnable reader) {
        readers.add(reader);
    }

    void leave(Runnable reader) {
        readers.remove(reader);
    }
}
