package dev.roamlab.ocpp.link;

import java.util.concurrent.atomic.LongAdder;

/** Counts what all connections of a host have carried so far. Readable from any thread. */
public final class LinkFigures {
    private final LongAdder opened = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder charactersSent = new LongAdder();
    private final LongAdder charactersReceived = new LongAdder();

    LinkFigures() {}

    /** The sums of one moment. */
    public record Sums(
            long opened,
            long ended,
            long messagesSent,
            long messagesReceived,
            long charactersSent,
            long charactersReceived) {

        /** Connections that stand. */
        public long open() {
            return opened - ended;
        }
    }

    /** The sums as they are now. */
    public Sums sums() {
        // Ended first: a connection that opens and ends meanwhile must not leave fewer than none.
        long gone = ended.sum();
        return new Sums(opened.sum(), gone, sent.sum(), received.sum(), charactersSent.sum(), charactersReceived.sum());
    }

    void opened() {
        opened.increment();
    }

    void ended() {
        ended.increment();
    }

    void sent(String text) {
        sent.increment();
        charactersSent.add(text.length());
    }

    void received(String text) {
        received.increment();
        charactersReceived.add(text.length());
    }
}
