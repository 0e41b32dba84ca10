package dev.roamlab.lab;

import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records everything that crosses a wire in one lab and tells its listeners. Thread-safe; listeners are called on the
 * thread that finished the exchange and must be quick.
 *
 * <p>An exchange between two of our own systems would be seen twice. The caller announces it by its message id, so the
 * called side leaves it alone.
 */
public final class ExchangeLog {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeLog.class);
    private static final int REMEMBERED_IDS = 10_000;

    private final Clock clock;
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Boolean> announced = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_IDS;
        }
    };
    private long lastId;

    /** @param clock the lab's time */
    public ExchangeLog(Clock clock) {
        this.clock = clock;
    }

    /** Tells a listener of every exchange from now on, once it is complete. */
    public Subscription subscribe(Consumer<Exchange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether anybody listens. If nobody does, a busy server need not put together what nobody will see. */
    public boolean isHeard() {
        return !listeners.isEmpty();
    }

    /** The calling side: a request is about to leave. */
    public synchronized Open begin(Start start) {
        announced.put(start.messageId(), true);
        return new Open(++lastId, start, now());
    }

    /** The called side: a request has arrived. Empty when its caller is in this lab and records it. */
    public Optional<Open> observe(Start start) {
        return observe(start, now());
    }

    /** As {@link #observe(Start)}, for a request that arrived earlier and has been read since. */
    public synchronized Optional<Open> observe(Start start, Moment arrived) {
        return announced.containsKey(start.messageId())
                ? Optional.empty()
                : Optional.of(new Open(++lastId, start, arrived));
    }

    /** The present moment on all clocks. */
    public Moment now() {
        return new Moment(clock.instant(), Instant.now(), System.nanoTime());
    }

    /** One moment: in lab time, in wall time, and on the machine's stop watch. */
    public record Moment(Instant labTime, Instant wallTime, long nanos) {}

    /** What is known when a request leaves or arrives. {@code messageId} is unique per request. */
    public record Start(
            Protocol protocol,
            String version,
            String operation,
            String from,
            String to,
            String messageId,
            String correlationId,
            Message request) {}

    /** Ends a subscription. */
    public interface Subscription {
        /** Stops telling the listener. */
        void cancel();
    }

    /** An exchange whose answer is still due. */
    public final class Open {
        private final long id;
        private final Start start;
        private final Moment begun;
        private final List<String> notes = new ArrayList<>();
        private boolean done;

        private Open(long id, Start start, Moment begun) {
            this.id = id;
            this.start = start;
            this.begun = begun;
        }

        /** The id under which listeners will see the exchange. */
        public long id() {
            return id;
        }

        /** Remarks on something odd but tolerated. */
        public synchronized void note(String note) {
            notes.add(note);
        }

        /** The answer has come. */
        public void answered(Message response) {
            finish(Optional.of(response), Optional.empty());
        }

        /** No usable answer will come. */
        public void failed(String reason) {
            finish(Optional.empty(), Optional.of(reason));
        }

        private void finish(Optional<Message> response, Optional<String> failure) {
            Exchange exchange;
            synchronized (this) {
                if (done) {
                    return;
                }
                done = true;
                if (!isHeard()) {
                    return;
                }
                exchange = new Exchange(
                        id,
                        start.protocol(),
                        start.version(),
                        start.operation(),
                        start.from(),
                        start.to(),
                        start.correlationId(),
                        begun.labTime(),
                        begun.wallTime(),
                        Duration.ofNanos(System.nanoTime() - begun.nanos()),
                        Redaction.of(start.request()),
                        response.map(Redaction::of),
                        failure,
                        notes);
            }
            for (Consumer<Exchange> listener : listeners) {
                tell(listener, exchange);
            }
        }

        private void tell(Consumer<Exchange> listener, Exchange exchange) {
            try {
                listener.accept(exchange);
            } catch (RuntimeException broken) {
                // A broken report must not break the exchange it reports.
                LOG.error("a listener failed on exchange {}", exchange.id(), broken);
            }
        }
    }
}
