package dev.roamlab.scenarios.fuzz;

import java.util.List;
import java.util.Random;

/** The dice of one case: seed and number make it, so a case can be made again without those before it. */
final class Chance {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;

    private Chance(Random random) {
        this.random = random;
    }

    static Chance of(long seed, long number) {
        return new Chance(new Random(seed * SPREAD ^ (number + 1) * 0xD1B54A32D192ED03L));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
