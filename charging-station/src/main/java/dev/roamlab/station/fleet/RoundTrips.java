package dev.roamlab.station.fleet;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long the other side took to answer: counts per bucket, each bucket at most 1/16 wider than its lower bound. A value.
 */
public final class RoundTrips {
    /** Nothing counted. */
    public static final RoundTrips NONE = new RoundTrips(new long[0]);

    private static final int SUB_BITS = 4;
    private static final int SUB = 1 << SUB_BITS;
    /** Up to 2^31 µs, which is half an hour. */
    private static final int BUCKETS = (31 - SUB_BITS + 2) * SUB;

    private final long[] counts;

    private RoundTrips(long[] counts) {
        this.counts = counts;
    }

    /** From counts as {@link #counts()} gives them. */
    public static RoundTrips of(long[] counts) {
        return new RoundTrips(Arrays.copyOf(counts, Math.min(counts.length, BUCKETS)));
    }

    /** Counts per bucket, without the empty ones at the end: what another process needs to add them up. */
    public long[] counts() {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(counts, length);
    }

    /** How many there were. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /** Both together. */
    public RoundTrips plus(RoundTrips other) {
        long[] sum = Arrays.copyOf(counts, Math.max(counts.length, other.counts.length));
        for (int i = 0; i < other.counts.length; i++) {
            sum[i] += other.counts[i];
        }
        return new RoundTrips(sum);
    }

    /** What has been added since an earlier reading. */
    public RoundTrips since(RoundTrips earlier) {
        long[] difference = counts.clone();
        for (int i = 0; i < Math.min(counts.length, earlier.counts.length); i++) {
            difference[i] = Math.max(0, difference[i] - earlier.counts[i]);
        }
        return new RoundTrips(difference);
    }

    /** The time within which a share of them came back, such as 0.99; zero when there were none. */
    public Duration percentile(double share) {
        long wanted = (long) Math.ceil(share * count());
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && counts[i] > 0) {
                return Duration.ofNanos(upperMicros(i) * 1000);
            }
        }
        return Duration.ZERO;
    }

    private static int bucket(long micros) {
        if (micros < SUB) {
            return (int) Math.max(0, micros);
        }
        int exponent = 63 - Long.numberOfLeadingZeros(micros);
        int within = (int) (micros >> (exponent - SUB_BITS)) & (SUB - 1);
        return Math.min(BUCKETS - 1, (exponent - SUB_BITS + 1) * SUB + within);
    }

    private static long upperMicros(int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        int shift = bucket / SUB - 1;
        return ((long) (SUB + bucket % SUB) << shift) + (1L << shift) - 1;
    }

    /** Counts on one event loop; read from anywhere. */
    static final class Counter {
        private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

        void add(long nanos) {
            int bucket = bucket(nanos / 1000);
            counts.setRelease(bucket, counts.getPlain(bucket) + 1);
        }

        RoundTrips read() {
            long[] copy = new long[BUCKETS];
            for (int i = 0; i < BUCKETS; i++) {
                copy[i] = counts.get(i);
            }
            return new RoundTrips(copy);
        }
    }
}
