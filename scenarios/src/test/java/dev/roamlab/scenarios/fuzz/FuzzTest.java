package dev.roamlab.scenarios.fuzz;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Nothing that arrives over a wire brings a node down. A finding names its seed and number; {@code -Dfuzz.seed} plays another
 * storm, {@code -Dfuzz.requests} and {@code -Dfuzz.frames} a longer one.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20261121);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 70_000);
    private static final int FRAMES = Integer.getInteger("fuzz.frames", 32_000);
    private static final int REHEARSAL = 2_000;
    private static final int LONGEST_SECONDS = 600;
    private static final Duration CALM = Duration.ofSeconds(60);
    private static final long HEAP_GROWTH = 150L * 1024 * 1024;
    private static final int FILES_GROWTH = 20;

    private final Findings findings = new Findings();

    @Test
    void a_storm_leaves_both_nodes_as_they_were() throws Exception {
        try (Alarm alarm = Alarm.set();
                FuzzLab lab = new FuzzLab(SEED)) {
            rage(lab, SEED - 1, REHEARSAL, REHEARSAL);
            Vitals before = calm(lab);

            long begun = System.nanoTime();
            List<Map<String, Integer>> heard = rage(lab, SEED, REQUESTS, FRAMES);
            long millis = (System.nanoTime() - begun) / 1_000_000;

            System.out.println("fuzz: " + REQUESTS + " requests and " + FRAMES + " frames in " + millis + " ms, seed "
                    + SEED + "\n  answers " + heard.get(0) + "\n  messages " + heard.get(1));
            Vitals after = calm(lab);
            System.out.println("fuzz: before " + before + "\n      after  " + after);
            assertThat(findings.all()).isEmpty();
            requireNoLeak(before, after);
            lab.seeOff();
            new Soundness(lab).check();
            assertThat(alarm.errors()).isEmpty();
        }
    }

    /** Both storms at once: stations are commanded while they rage, and sessions arise that can be stopped. */
    private List<Map<String, Integer>> rage(FuzzLab lab, long seed, int requests, int frames) throws Exception {
        var http = new HttpStorm(lab.vertx, new HttpCases(seed, lab.nodes), lab.nodes, findings);
        var ocpp =
                new FrameStorm(lab.vertx, new FrameCases(seed), lab.nodes.cpo().port(), findings);
        Future<Map<String, Integer>> answers = http.rage(0, requests);
        Future<Map<String, Integer>> messages = ocpp.rage(0, frames);
        Future.all(answers, messages).await(LONGEST_SECONDS, SECONDS);
        return List.of(answers.result(), messages.result());
    }

    /** The nodes work off what is due. */
    private static Vitals calm(FuzzLab lab) throws Exception {
        long patience = System.nanoTime() + CALM.toNanos();
        Vitals vitals = Vitals.of(lab);
        while (!vitals.isQuiet() && System.nanoTime() < patience) {
            lab.clock.await(() -> false, Duration.ofMillis(200));
            vitals = Vitals.of(lab);
        }
        return vitals;
    }

    private static void requireNoLeak(Vitals before, Vitals after) {
        assertThat(after.isQuiet()).as("nothing is under way: %s", after).isTrue();
        // A thread that an earlier test left behind may end meanwhile.
        assertThat(before.threads()).containsAll(after.threads());
        assertThat(after.files()).isLessThan(before.files() + FILES_GROWTH);
        assertThat(after.heapBytes()).isLessThan(before.heapBytes() + HEAP_GROWTH);
        // The two nodes, the stranger, and the one party in whose name all others register.
        assertThat(after.emspPartners()).isLessThanOrEqualTo(3);
        assertThat(after.cpoPartners()).isLessThanOrEqualTo(3);
    }
}
