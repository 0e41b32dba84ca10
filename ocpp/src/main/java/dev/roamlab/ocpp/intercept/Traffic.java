package dev.roamlab.ocpp.intercept;

import dev.roamlab.ocpp.link.FrameTap.Passage;
import dev.roamlab.ocpp.link.FrameTap.Way;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** One station's messages on the way. Confined to the context of its connection. */
final class Traffic {
    /** More calls are never open at a time; what is never answered is forgotten. */
    private static final int MOST_OPEN = 32;

    private final Vertx vertx;
    private final Map<Way, Lane> lanes = new EnumMap<>(Way.class);
    private final Map<String, String> actions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_OPEN;
        }
    };

    Traffic(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The action that a message is about; empty when that cannot be told. */
    String action(Glance glance, Way way) {
        return switch (glance.kind()) {
            case CALL -> {
                actions.put(way + glance.id(), glance.action());
                yield glance.action();
            }
            case RESULT, ERROR -> actions.getOrDefault(opposite(way) + glance.id(), "");
            case OTHER -> "";
        };
    }

    /** Lets a message through, behind those that are delayed on the same way. */
    void pass(Passage passage, String text) {
        Lane lane = lanes.get(passage.way());
        if (lane == null || lane.waiting.isEmpty()) {
            passage.pass(text);
        } else {
            delay(passage, text, 0);
        }
    }

    /** Lets a message through after a while, in order. */
    void delay(Passage passage, String text, long millis) {
        Lane lane = lanes.computeIfAbsent(passage.way(), way -> new Lane());
        long now = System.nanoTime() / 1_000_000;
        long due = Math.max(lane.lastDue, now + millis);
        lane.lastDue = due;
        lane.waiting.add(() -> passage.pass(text));
        // Wall time on purpose: this is the network, and a lab's clock stands still while a message is under way.
        vertx.setTimer(Math.max(1, due - now), fired -> lane.waiting.remove().run());
    }

    /** Whether nothing is on the way. */
    boolean isIdle() {
        return lanes.values().stream().allMatch(lane -> lane.waiting.isEmpty());
    }

    private static Way opposite(Way way) {
        return way == Way.TO_CSMS ? Way.TO_STATION : Way.TO_CSMS;
    }

    /** One direction. */
    private static final class Lane {
        private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
        private long lastDue = Long.MIN_VALUE;
    }
}
