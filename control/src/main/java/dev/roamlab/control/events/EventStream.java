package dev.roamlab.control.events;

import dev.roamlab.control.shape.Shape;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Predicate;

/**
 * One reader: reads on from where he is as fast as he takes it. Who is too slow loses the oldest events and is told so; nothing
 * piles up for him.
 */
final class EventStream {
    private static final int BATCH = 500;

    private final EventRing ring;
    private final HttpServerResponse response;
    private final Predicate<Event> wanted;
    private final Vertx vertx;
    private final Runnable pump = this::pump;
    private long next;
    private int left;
    private boolean ended;
    private boolean again;

    EventStream(
            Vertx vertx, EventRing ring, HttpServerResponse response, Predicate<Event> wanted, long next, int limit) {
        this.vertx = vertx;
        this.ring = ring;
        this.response = response;
        this.wanted = wanted;
        this.next = next;
        this.left = limit;
    }

    void begin(long heartbeatMillis) {
        response.setChunked(true)
                .setStatusCode(200)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        response.write(": events of the lab\nretry: 2000\n\n");
        long beat = vertx.setPeriodic(heartbeatMillis, due -> response.write(": still here\n\n"));
        response.drainHandler(drained -> pump());
        response.closeHandler(closed -> {
            ended = true;
            vertx.cancelTimer(beat);
            ring.leave(pump);
        });
        response.exceptionHandler(broken -> ended = true);
        ring.wake(pump);
        pump();
    }

    private void pump() {
        int done = 0;
        while (!ended && next <= ring.last() && !response.writeQueueFull() && done++ < BATCH) {
            if (next < ring.first()) {
                missed();
            }
            Event event = ring.at(next++);
            if (wanted.test(event)) {
                send(event);
            }
        }
        if (!ended && next <= ring.last() && !response.writeQueueFull() && !again) {
            // Others on this event loop get their turn.
            again = true;
            vertx.runOnContext(turn -> {
                again = false;
                pump();
            });
        }
    }

    private void missed() {
        long first = ring.first();
        Event gap = Event.of(EventType.MISSED)
                .id(first - 1)
                .at(ring.at(first).at())
                .detail(java.util.Optional.of("events " + next + " to " + (first - 1) + " are not kept any more"))
                .build();
        write(gap);
        next = first;
    }

    private void send(Event event) {
        write(event);
        if (--left == 0) {
            ended = true;
            response.end();
        }
    }

    private void write(Event event) {
        var data = Shape.write(event);
        response.write("id: " + event.id() + "\nevent: " + data.path("type").asText() + "\ndata: " + data + "\n\n");
    }
}
