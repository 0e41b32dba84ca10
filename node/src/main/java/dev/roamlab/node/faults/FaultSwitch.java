package dev.roamlab.node.faults;

import dev.roamlab.node.faults.Fault.Direction;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import dev.roamlab.ocpi.http.WireTap;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The faults that a node has at the moment. Set and cleared from any thread, at any time; exchanges under way end as they
 * began.
 */
public final class FaultSwitch implements WireTap {
    private static final Logger LOG = LoggerFactory.getLogger(FaultSwitch.class);

    private final String node;
    private volatile List<Active> active = List.of();

    /** @param node {@code cpo} or {@code emsp} */
    public FaultSwitch(String node) {
        this.node = node;
    }

    /**
     * Switches a fault on; one that is on begins anew, with nothing applied.
     *
     * @throws IllegalArgumentException when it is a fault of the other node
     */
    public synchronized void set(Fault fault) {
        if (!fault.culprit().fits(node)) {
            throw new IllegalArgumentException(
                    fault.name() + ": a fault of the " + fault.culprit() + ", this node is the " + node);
        }
        List<Active> changed = new ArrayList<>(active);
        changed.removeIf(each -> each.fault.name().equals(fault.name()));
        changed.add(new Active(fault));
        active = List.copyOf(changed);
        LOG.warn(
                "{} misbehaves on purpose: {} ({}), against {}",
                node,
                fault.name(),
                fault.title(),
                fault.requirement());
    }

    /** Switches a fault off; whether it was on. */
    public synchronized boolean clear(String name) {
        List<Active> changed = new ArrayList<>(active);
        boolean wasOn = changed.removeIf(each -> each.fault.name().equals(name));
        active = List.copyOf(changed);
        return wasOn;
    }

    /** Switches all faults off. */
    public synchronized void clear() {
        active = List.of();
    }

    /** The faults that are on, in the order in which they were set. */
    public List<Fault> active() {
        return active.stream().map(each -> each.fault).toList();
    }

    /** How many exchanges a fault has changed since it was set; 0 when it is off. */
    public long timesApplied(String name) {
        return active.stream()
                .filter(each -> each.fault.name().equals(name))
                .mapToLong(each -> each.applied.get())
                .sum();
    }

    @Override
    public boolean isIdle() {
        return active.isEmpty();
    }

    @Override
    public Future<WireAnswer> served(WireRequest request, Function<WireRequest, Future<WireAnswer>> node) {
        return around(Direction.SERVED, request, node);
    }

    @Override
    public Future<WireAnswer> sent(WireRequest request, Function<WireRequest, Future<WireAnswer>> wire) {
        return around(Direction.SENT, request, wire);
    }

    private Future<WireAnswer> around(
            Direction direction, WireRequest request, Function<WireRequest, Future<WireAnswer>> onward) {
        Function<WireRequest, Future<WireAnswer>> way = onward;
        for (Active each : active) {
            if (each.fault.concerns(direction, request)) {
                Function<WireRequest, Future<WireAnswer>> rest = way;
                way = passed -> each.around(passed, rest);
            }
        }
        return way.apply(request);
    }

    private static final class Active {
        private final Fault fault;
        private final Advice advice;
        private final AtomicLong applied = new AtomicLong();

        Active(Fault fault) {
            this.fault = fault;
            this.advice = fault.advice().get();
        }

        /** Counts the exchange when what crossed is not what would have crossed. */
        Future<WireAnswer> around(WireRequest request, Function<WireRequest, Future<WireAnswer>> onward) {
            Passage passage = new Passage(request);
            return advice.around(request, handed -> passage.hand(handed, onward))
                    .onComplete(done -> {
                        if (passage.isSpoilt(done)) {
                            applied.incrementAndGet();
                        }
                    });
        }
    }

    /** What became of one request. That a fault looks at what is stored, with a GET of its own, spoils nothing yet. */
    private static final class Passage {
        private final WireRequest request;
        private final List<WireAnswer> answers = new ArrayList<>();
        private int handed;
        private boolean otherRequests;

        Passage(WireRequest request) {
            this.request = request;
        }

        Future<WireAnswer> hand(WireRequest handedOn, Function<WireRequest, Future<WireAnswer>> onward) {
            if (handedOn != request) {
                otherRequests |= !handedOn.method().equals(HttpMethod.GET);
                return onward.apply(handedOn);
            }
            handed++;
            return onward.apply(handedOn).onSuccess(answers::add);
        }

        boolean isSpoilt(AsyncResult<WireAnswer> given) {
            boolean sameAnswer =
                    given.succeeded() ? answers.size() == 1 && answers.get(0) == given.result() : answers.isEmpty();
            return handed != 1 || otherRequests || !sameAnswer;
        }
    }
}
