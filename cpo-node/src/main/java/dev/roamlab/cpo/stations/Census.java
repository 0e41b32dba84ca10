package dev.roamlab.cpo.stations;

import java.util.Map;

/**
 * How many stations there are, and how they are.
 *
 * @param known of all
 * @param connected of those known
 * @param booted connected, and have told what they are
 * @param overdue connected, but silent for several heartbeat intervals
 * @param byGateway the connected, by the process that holds their connections
 */
public record Census(int known, int connected, int booted, int overdue, Map<String, Integer> byGateway) {}
