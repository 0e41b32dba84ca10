package dev.roamlab.lab;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes identifiers and secrets: unpredictable ones for a real platform, repeatable ones for a lab with a seed. */
public final class Ids {
    private static final char[] SECRET_CHARACTERS =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789".toCharArray();

    private final RandomGenerator random;

    private Ids(RandomGenerator random) {
        this.random = random;
    }

    /** Ids that nobody can guess. */
    public static Ids unpredictable() {
        return new Ids(new SecureRandom());
    }

    /**
     * Ids that are the same in every run. Each owner takes a stream of its own, so that the order in which owners ask does
     * not matter.
     */
    public static Ids seeded(long seed, String owner) {
        long mixed = UUID.nameUUIDFromBytes((seed + "/" + owner).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
        return new Ids(new Random(mixed));
    }

    /**
     * Ids for what only has to differ, such as messages: cheap where the others are expensive. Those with a seed are these
     * themselves.
     */
    public Ids forMessages() {
        return random instanceof SecureRandom secure ? new Ids(new SplittableRandom(secure.nextLong())) : this;
    }

    /** The next version 4 UUID, in lower case. */
    public synchronized String uuid() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62))
                .toString();
    }

    /** The next secret of letters and digits that are hard to confuse. */
    public synchronized String secret(int length) {
        StringBuilder secret = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            secret.append(SECRET_CHARACTERS[random.nextInt(SECRET_CHARACTERS.length)]);
        }
        return secret.toString();
    }

    /** A number from 0 to {@code bound - 1}. */
    public synchronized int number(int bound) {
        return random.nextInt(bound);
    }

    /** A fraction from 0 up to but not including 1. */
    public synchronized double fraction() {
        return random.nextDouble();
    }
}
