package dev.roamlab.ocpp.intercept;

import dev.roamlab.ocpp.link.FrameTap.Way;
import java.time.Instant;

/**
 * A message that waits for somebody to decide.
 *
 * @param id to name it by, from 1
 * @param rule whose doing it is
 * @param since lab time
 */
public record HeldMessage(long id, String rule, String stationId, Way way, String action, String text, Instant since) {}
