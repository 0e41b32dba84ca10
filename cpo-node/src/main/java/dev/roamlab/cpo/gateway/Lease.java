package dev.roamlab.cpo.gateway;

import java.time.Duration;

/** How long gateway and core believe in each other. Wall time: a process that dies does so in wall time. */
final class Lease {
    /** Between two signs of life. */
    static final Duration BEAT = Duration.ofSeconds(1);
    /** A gateway that misses more than these in a row counts as gone. */
    static final int BEATS_MISSED = 5;
    /** A core that has not answered a sign of life by then does not answer at all. */
    static final Duration ANSWER = Duration.ofSeconds(4);

    private Lease() {}
}
