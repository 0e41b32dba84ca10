package dev.roamlab.station.drama;

import java.time.Duration;
import java.time.Instant;

/**
 * How a drama stands.
 *
 * @param number counts the dramas of a fleet, from 1
 * @param begun in lab time
 * @param lasted lab time since then, or until its end
 * @param affected how many chargers (connectors, for faults) it has struck; 0 where it has no victims of its own
 * @param recovered how many of them are as before
 */
public record DramaNews(
        int number, DramaKind kind, Phase phase, Instant begun, Duration lasted, int affected, int recovered) {

    /** Stages of a drama. */
    public enum Phase {
        /** Under way. */
        STRIKES,
        /** Its cause is gone; victims recover. */
        RECOVERING,
        /** All is as before, or it has been given up. */
        OVER
    }

    /** One sentence. */
    public String sentence() {
        String seconds = lasted.toMillis() < 10_000
                ? String.format(java.util.Locale.ROOT, "%.1f s", lasted.toMillis() / 1000.0)
                : lasted.toSeconds() + " s";
        String victims = affected == 0 ? "" : ", " + recovered + " of " + affected + " recovered";
        return switch (phase) {
            case STRIKES -> kind + " is on" + (affected == 0 ? "" : ", " + affected + " struck") + ", for " + seconds;
            case RECOVERING -> kind + " is past its cause" + victims + ", " + seconds + " since it began";
            case OVER -> kind + " is over after " + seconds + victims;
        };
    }
}
