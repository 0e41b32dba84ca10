package dev.roamlab.station;

import dev.roamlab.ocpp.messages.StationCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a station still has to tell its CSMS, in order: one message is out at a time, the next follows its answer. What
 * belongs to a transaction is kept until it is answered, whatever happens to the connection or to the station; a status
 * is worth telling only while connected, since the current one is told after reconnecting.
 *
 * @param entries first in, first out; the head may be out
 * @param outAs the call that carries the head, when it is out
 * @param attempts how often the CSMS has failed on the head
 * @param notBefore when the head may be tried again
 */
record Outbox(List<Entry> entries, Optional<Long> outAs, int attempts, Optional<Instant> notBefore) {
    static final Outbox EMPTY = new Outbox(List.of(), Optional.empty(), 0, Optional.empty());

    /**
     * One message.
     *
     * @param kept whether it survives being offline
     * @param connector whose message it is; 0 for the station's own
     */
    record Entry(StationCall<?> request, boolean kept, int connector) {}

    Outbox {
        entries = List.copyOf(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Optional<Entry> head() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(0));
    }

    Outbox add(Entry entry) {
        List<Entry> more = new ArrayList<>(entries.size() + 1);
        more.addAll(entries);
        more.add(entry);
        return new Outbox(more, outAs, attempts, notBefore);
    }

    boolean maySend(Instant now) {
        return !entries.isEmpty()
                && outAs.isEmpty()
                && notBefore.filter(now::isBefore).isEmpty();
    }

    Outbox sent(long ref) {
        return new Outbox(entries, Optional.of(ref), attempts, Optional.empty());
    }

    boolean isOut(long ref) {
        return outAs.filter(out -> out == ref).isPresent();
    }

    /** The head is settled: answered, or given up. */
    Outbox settled() {
        return entries.size() == 1
                ? EMPTY
                : new Outbox(entries.subList(1, entries.size()), Optional.empty(), 0, Optional.empty());
    }

    /** The CSMS failed on the head: kept messages are tried again, each time after a longer pause, and then given up. */
    Outbox refused(Instant now, int maxAttempts, Duration pause) {
        if (!entries.get(0).kept() || attempts + 1 >= maxAttempts) {
            return settled();
        }
        int failed = attempts + 1;
        return new Outbox(entries, Optional.empty(), failed, Optional.of(now.plus(pause.multipliedBy(failed))));
    }

    /** The connection is gone: whether the head arrived is unknown, so it goes out again; statuses are dropped. */
    Outbox cutOff() {
        List<Entry> kept = entries.stream().filter(Entry::kept).toList();
        return kept.isEmpty() ? EMPTY : new Outbox(kept, Optional.empty(), attempts, Optional.empty());
    }
}
