package dev.roamlab.lab;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RealClockTest {
    @Test
    void at_speed_one_it_is_the_wall_clock() {
        try (RealClock clock = new RealClock(1)) {
            assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void an_hour_passes_in_a_moment_at_high_speed() {
        try (RealClock clock = new RealClock(100_000)) {
            Instant start = clock.instant();
            List<Instant> fired = new CopyOnWriteArrayList<>();
            clock.schedule(Duration.ofHours(1), () -> fired.add(clock.instant()));

            assertThat(clock.await(() -> !fired.isEmpty(), Duration.ofDays(10))).isTrue();
            assertThat(Duration.between(start, fired.get(0))).isGreaterThan(Duration.ofMinutes(59));
        }
    }

    @Test
    void a_timer_set_on_a_context_fires_there() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (RealClock clock = new RealClock(1)) {
            CompletableFuture<Boolean> there = new CompletableFuture<>();
            Context context = vertx.getOrCreateContext();
            context.runOnContext(go ->
                    clock.schedule(Duration.ofMillis(1), () -> there.complete(Vertx.currentContext() == context)));

            assertThat(there.get(10, SECONDS)).isTrue();
        } finally {
            vertx.close().await(10, SECONDS);
        }
    }

    @Test
    void a_cancelled_timer_does_not_fire_and_a_failing_one_stops_no_other() {
        try (RealClock clock = new RealClock(1000)) {
            List<String> fired = new CopyOnWriteArrayList<>();
            clock.schedule(Duration.ofSeconds(20), () -> fired.add("cancelled")).cancel();
            clock.schedule(Duration.ofSeconds(10), () -> {
                throw new IllegalStateException("on purpose");
            });
            clock.schedule(Duration.ofSeconds(40), () -> fired.add("last"));

            clock.await(() -> !fired.isEmpty(), Duration.ofHours(5));

            assertThat(fired).containsExactly("last");
        }
    }
}
