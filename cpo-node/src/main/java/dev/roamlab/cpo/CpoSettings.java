package dev.roamlab.cpo;

import dev.roamlab.node.NodeSettings;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpp.security.CsmsSecurity;
import java.time.Duration;

/**
 * What a CPO node is told once, at its start. All durations but the node's own are lab time.
 *
 * @param node what every node is told
 * @param unknownStations what becomes of stations that were never commissioned
 * @param heartbeatInterval how often stations report, whole seconds
 * @param offlineAfter how long a station may be away before its EVSEs become UNKNOWN
 * @param commandTimeout how long a station has to deal with a command, whole seconds
 * @param sessionUpdates the least time between two updates of a session that only its meter causes
 * @param periodsEvery how long a charging period goes on before it is told although nothing has changed that matters for
 *     the price
 * @param cdrRetry the first pause after a CDR could not be delivered; doubles each time
 * @param cdrRetryMost the longest pause
 * @param currency of sessions at connectors without tariff
 * @param security what stations must show before they may connect
 * @param gateways whether gateways on the event bus may hold stations' connections for the node
 */
@OcpiRecord
public record CpoSettings(
        NodeSettings node,
        UnknownStations unknownStations,
        Duration heartbeatInterval,
        Duration offlineAfter,
        Duration commandTimeout,
        Duration sessionUpdates,
        Duration periodsEvery,
        Duration cdrRetry,
        Duration cdrRetryMost,
        String currency,
        CsmsSecurity security,
        boolean gateways) {

    /** What becomes of a station that was never commissioned. */
    public enum UnknownStations {
        /** It takes part, but nothing can be charged at it before it is commissioned. */
        ACCEPT,
        /** Its connection is refused. */
        REJECT
    }

    /** The usual settings around those of the node. */
    public static CpoSettingsBuilder of(NodeSettings node) {
        return CpoSettingsBuilder.builder()
                .node(node)
                .unknownStations(UnknownStations.REJECT)
                .heartbeatInterval(Duration.ofMinutes(5))
                .offlineAfter(Duration.ofMinutes(2))
                .commandTimeout(Duration.ofSeconds(30))
                .sessionUpdates(Duration.ofMinutes(1))
                .periodsEvery(Duration.ofMinutes(15))
                .cdrRetry(Duration.ofSeconds(10))
                .cdrRetryMost(Duration.ofHours(1))
                .currency("EUR")
                .security(CsmsSecurity.NONE)
                .gateways(false);
    }
}
