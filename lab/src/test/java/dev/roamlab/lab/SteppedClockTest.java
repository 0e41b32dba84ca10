package dev.roamlab.lab;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteppedClockTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final SteppedClock clock = new SteppedClock(START, SteppedClock.MAX_SPEED, ofMillis(300));
    private final List<String> story = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(10, SECONDS);
    }

    @Test
    void timers_fire_in_the_order_of_their_time_and_then_of_their_making() {
        clock.schedule(ofSeconds(2), () -> tell("b"));
        clock.schedule(ofSeconds(1), () -> tell("a"));
        clock.schedule(ofSeconds(2), () -> tell("c"));
        clock.schedule(ofSeconds(-5), () -> tell("now"));

        clock.pass(ofMinutes(1));

        assertThat(story).containsExactly("now@0", "a@1", "b@2", "c@2");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void time_stands_still_while_nobody_waits() {
        clock.schedule(Duration.ZERO, () -> tell("a"));

        clock.settle();

        assertThat(story).isEmpty();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void waiting_ends_as_soon_as_the_condition_holds() {
        clock.schedule(ofSeconds(3), () -> tell("a"));
        clock.schedule(ofSeconds(9), () -> tell("b"));

        assertThat(clock.await(() -> story.contains("a@3"), ofMinutes(1))).isTrue();
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
        assertThat(clock.await(() -> story.contains("never"), ofSeconds(2))).isFalse();
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
        assertThat(story).containsExactly("a@3");
    }

    @Test
    void a_cancelled_timer_does_not_fire() {
        LabClock.Timer timer = clock.schedule(ofSeconds(2), () -> tell("b"));
        clock.schedule(ofSeconds(1), timer::cancel);

        clock.pass(ofSeconds(5));
        timer.cancel();

        assertThat(story).isEmpty();
    }

    @Test
    void no_timer_overtakes_work_that_is_held() {
        Promise<String> answer = Promise.promise();
        clock.schedule(ofSeconds(1), () -> {
            clock.holding("a request", answer.future()).onSuccess(this::tell);
            vertx.setTimer(50, later -> answer.complete("answer"));
        });
        clock.schedule(ofSeconds(1), () -> tell("next"));

        clock.pass(ofSeconds(2));

        assertThat(story).containsExactly("answer@1", "next@1");
    }

    @Test
    void releasing_twice_does_nothing_more() {
        LabClock.Hold one = clock.hold("one");
        LabClock.Hold two = clock.hold("two");
        one.release();
        one.release();

        assertThatThrownBy(() -> clock.pass(ofSeconds(1)))
                .isInstanceOf(LabStuckException.class)
                .hasMessageContaining("two")
                .hasMessageNotContaining("one,");
        two.release();
        clock.pass(ofSeconds(1));
    }

    @Test
    void work_that_never_ends_is_named() {
        clock.hold("PUT sessions to NL-VLT");
        clock.hold("PUT sessions to NL-VLT");

        assertThatThrownBy(() -> clock.pass(ofSeconds(1)))
                .isInstanceOf(LabStuckException.class)
                .hasMessageEndingWith("still waiting for: PUT sessions to NL-VLT");
    }

    @Test
    void an_event_loop_that_hangs_is_told() throws Exception {
        Context context = vertx.getOrCreateContext();
        clock.include(context);
        var release = new java.util.concurrent.CountDownLatch(1);
        context.runOnContext(hang -> {
            try {
                release.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> clock.pass(ofSeconds(1)))
                .isInstanceOf(LabStuckException.class)
                .hasMessageContaining("event loop");
        release.countDown();
    }

    @Test
    void a_timer_set_on_a_context_fires_there_and_time_waits_for_it() {
        Context context = vertx.getOrCreateContext();
        clock.include(context);
        context.runOnContext(go -> clock.schedule(ofSeconds(1), () -> {
            tell(Vertx.currentContext() == context ? "there" : "elsewhere");
            context.runOnContext(after -> tell("and on"));
        }));
        clock.settle();
        clock.schedule(ofSeconds(1).plusNanos(1), () -> tell("next"));

        clock.pass(ofSeconds(2));

        assertThat(story).containsExactly("there@1", "and on@1", "next@1");
    }

    @Test
    void the_duplicates_of_a_context_count_once() {
        ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
        for (int i = 0; i < 100; i++) {
            clock.include(context.duplicate());
        }

        assertThat(clock.contexts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_same_story_is_told_however_long_the_work_takes(long seed) throws Exception {
        assertThat(busyStory(seed)).isEqualTo(busyStory(seed + 100));
    }

    /** Actors on contexts of their own whose work takes a random wall time. */
    private List<String> busyStory(long wallSeed) {
        SteppedClock busy = new SteppedClock(START, SteppedClock.MAX_SPEED);
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Random wall = new Random(wallSeed);
        for (int actor = 0; actor < 4; actor++) {
            String name = "actor" + actor;
            Context context = vertx.getOrCreateContext();
            busy.include(context);
            int every = actor + 1;
            context.runOnContext(go -> act(busy, told, wall, name, every));
            busy.settle();
        }
        busy.pass(ofSeconds(12));
        return told;
    }

    private void act(SteppedClock busy, List<String> told, Random wall, String name, int every) {
        busy.schedule(ofSeconds(every), () -> {
            Promise<Void> done = Promise.promise();
            int millis;
            synchronized (wall) {
                millis = 1 + wall.nextInt(4);
            }
            vertx.setTimer(millis, later -> done.complete());
            busy.holding(name, done.future()).onSuccess(worked -> {
                told.add(name + "@" + Duration.between(START, busy.instant()).toSeconds());
                act(busy, told, wall, name, every);
            });
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void a_speed_is_above_zero(double speed) {
        assertThatThrownBy(() -> new SteppedClock(START, speed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RealClock(speed)).isInstanceOf(IllegalArgumentException.class);
    }

    private void tell(String what) {
        story.add(what + "@" + Duration.between(START, clock.instant()).toSeconds());
    }
}
