/** What befalls a whole fleet while it runs: a blackout, a rush hour, a slow network; each with a beginning, progress and an end. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.station.drama;
