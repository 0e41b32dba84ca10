package dev.roamlab.node;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;

/**
 * What everything in one lab shares.
 *
 * @param clock the lab's time
 * @param log where every exchange is recorded
 * @param ids makes ids and secrets; each node has a stream of its own
 */
public record LabContext(LabClock clock, ExchangeLog log, Ids ids) {}
