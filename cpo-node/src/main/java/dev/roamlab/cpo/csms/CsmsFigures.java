package dev.roamlab.cpo.csms;

import dev.roamlab.cpo.stations.Census;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the central system does.
 *
 * @param heartbeatsPerSecond over the last ten seconds
 * @param messagesPerSecond of stations, heartbeats included, over the last ten seconds
 * @param messages of stations so far
 * @param bootsPutOff how many stations were told to boot again later
 */
public record CsmsFigures(
        Census stations, double heartbeatsPerSecond, double messagesPerSecond, long messages, long bootsPutOff) {

    /** As {@code GET /health} shows them. */
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("known", stations.known());
        shown.put("connected", stations.connected());
        shown.put("booted", stations.booted());
        shown.put("overdue", stations.overdue());
        shown.put("by_gateway", stations.byGateway());
        shown.put("heartbeats_per_second", heartbeatsPerSecond);
        shown.put("messages_per_second", messagesPerSecond);
        shown.put("messages", messages);
        shown.put("boots_put_off", bootsPutOff);
        return shown;
    }
}
