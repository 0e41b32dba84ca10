package dev.roamlab.scenarios.file;

import java.time.Duration;
import java.util.List;

/**
 * What a step waits for.
 *
 * @param claims all of them have to hold at the same time
 * @param within lab time after which it is given up
 */
public record Wait(List<Claim> claims, Duration within) {
    /** A wait; the claims are copied. */
    public Wait {
        claims = List.copyOf(claims);
    }
}
