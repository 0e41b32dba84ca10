package dev.roamlab.ocpp.intercept;

import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.FrameTap;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Interferes with the messages of a host's connections as its rules say: holds, delays, drops, duplicates or edits them.
 * Rules may change at any time, from any thread. Without rules it costs nothing.
 */
public final class Interceptor implements FrameTap {
    /** More is not kept; the oldest is let go, so that a forgotten rule does not eat the memory. */
    private static final int MOST_HELD = 10_000;

    private final Vertx vertx;
    private final LabClock clock;
    private final SplittableRandom chance;
    private final ConcurrentMap<String, Traffic> traffic = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Held> held = new ConcurrentHashMap<>();
    private final AtomicLong lastHeld = new AtomicLong();
    private volatile List<Active> rules = List.of();

    /** A rule at work. */
    private record Active(InterceptRule rule, AtomicLong used) {}

    /** A message and the rest of its way. */
    private record Held(HeldMessage message, Passage passage) {}

    /**
     * A rule and how often it has been applied.
     *
     * @param applied number of messages
     */
    public record Use(InterceptRule rule, long applied) {}

    /** @param seed makes the choice of messages repeatable, as far as their order is */
    public Interceptor(Vertx vertx, LabClock clock, long seed) {
        this.vertx = vertx;
        this.clock = clock;
        this.chance = new SplittableRandom(seed);
    }

    /** Adds a rule behind the others, or replaces the one with the same id. */
    public synchronized void put(InterceptRule rule) {
        List<Active> more = new ArrayList<>(rules);
        int place = 0;
        while (place < more.size() && !more.get(place).rule().id().equals(rule.id())) {
            place++;
        }
        Active active = new Active(rule, new AtomicLong());
        if (place < more.size()) {
            more.set(place, active);
        } else {
            more.add(active);
        }
        rules = List.copyOf(more);
    }

    /** Removes a rule; what it holds is let go. False when there is none of that id. */
    public synchronized boolean remove(String id) {
        List<Active> fewer =
                rules.stream().filter(active -> !active.rule().id().equals(id)).toList();
        boolean found = fewer.size() < rules.size();
        rules = fewer;
        held.values().stream()
                .filter(waiting -> waiting.message().rule().equals(id))
                .map(waiting -> waiting.message().id())
                .sorted()
                .forEach(this::release);
        return found;
    }

    /** The rules, in the order in which they are tried. */
    public List<Use> rules() {
        return rules.stream()
                .map(active -> new Use(active.rule(), active.used().get()))
                .toList();
    }

    /** Messages that are being held, the oldest first. */
    public List<HeldMessage> held() {
        return held.values().stream()
                .map(Held::message)
                .sorted(Comparator.comparingLong(HeldMessage::id))
                .toList();
    }

    /** Lets a held message go. False when it is not held any more. */
    public boolean release(long id) {
        return take(id).map(waiting -> {
                    waiting.passage().pass(waiting.message().text());
                    return true;
                })
                .orElse(false);
    }

    /** Lets another text go in place of a held message. False when it is not held any more. */
    public boolean release(long id, String text) {
        Optional<Held> waiting = take(id);
        waiting.ifPresent(message -> message.passage().pass(text));
        return waiting.isPresent();
    }

    /** Drops a held message. False when it is not held any more. */
    public boolean drop(long id) {
        return take(id).isPresent();
    }

    @Override
    public boolean isActive() {
        return !rules.isEmpty() || !traffic.isEmpty();
    }

    @Override
    public void frame(Passage passage, String text) {
        Traffic station = traffic.computeIfAbsent(passage.stationId(), id -> new Traffic(vertx));
        Glance glance = Glance.at(text);
        String action = station.action(glance, passage.way());
        Optional<Active> rule = rules.stream()
                .filter(active -> active.rule().fits(passage.stationId(), passage.way(), glance.kind(), action)
                        && applies(active))
                .findFirst();
        if (rule.isPresent()) {
            treat(rule.get().rule(), station, passage, action, text);
        } else {
            station.pass(passage, text);
        }
        if (rules.isEmpty() && station.isIdle()) {
            traffic.remove(passage.stationId());
        }
    }

    @Override
    public void closed(String stationId, Close close) {
        traffic.remove(stationId);
        held.values().removeIf(waiting -> waiting.message().stationId().equals(stationId));
    }

    private boolean applies(Active active) {
        InterceptRule rule = active.rule();
        if (rule.percent() < 100 && !luck(rule.percent())) {
            return false;
        }
        long before = active.used().getAndIncrement();
        if (rule.times().isPresent() && before >= rule.times().getAsInt()) {
            active.used().decrementAndGet();
            return false;
        }
        return true;
    }

    private boolean luck(double percent) {
        synchronized (chance) {
            return chance.nextDouble() * 100 < percent;
        }
    }

    private void treat(InterceptRule rule, Traffic station, Passage passage, String action, String text) {
        Treatment treatment = rule.treatment();
        if (treatment instanceof Treatment.Drop) {
            return;
        } else if (treatment instanceof Treatment.Hold) {
            hold(rule, passage, action, text);
        } else if (treatment instanceof Treatment.Delay delay) {
            station.delay(passage, text, between(delay.from(), delay.to()));
        } else if (treatment instanceof Treatment.Duplicate duplicate) {
            for (int i = 0; i <= duplicate.copies(); i++) {
                station.pass(passage, text);
            }
        } else if (treatment instanceof Treatment.Edit edit) {
            station.pass(passage, Edits.apply(text, edit.changes()));
        } else if (treatment instanceof Treatment.Replace replace) {
            station.pass(passage, replace.text());
        } else {
            throw new IllegalStateException("no such treatment: " + treatment);
        }
    }

    private void hold(InterceptRule rule, Passage passage, String action, String text) {
        long id = lastHeld.incrementAndGet();
        held.put(
                id,
                new Held(
                        new HeldMessage(
                                id, rule.id(), passage.stationId(), passage.way(), action, text, clock.instant()),
                        passage));
        if (held.size() > MOST_HELD) {
            held().stream().findFirst().ifPresent(oldest -> release(oldest.id()));
        }
    }

    private long between(Duration from, Duration to) {
        if (from.equals(to)) {
            return from.toMillis();
        }
        synchronized (chance) {
            return from.toMillis() + chance.nextLong(to.toMillis() - from.toMillis() + 1);
        }
    }

    private Optional<Held> take(long id) {
        return Optional.ofNullable(held.remove(id));
    }
}
