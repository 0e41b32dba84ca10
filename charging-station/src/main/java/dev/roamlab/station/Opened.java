package dev.roamlab.station;

import dev.roamlab.ocpp.messages.StoppedReason;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/**
 * A transaction as the CSMS knows it while nobody is served in it: before token and cable are both there, or after the
 * driver has stopped. OCPP 1.6 has nothing of the kind. Spec: OCPP 2.0.1, TxStartPoint and TxStopPoint.
 *
 * @param id chosen by the station
 * @param seqNo of the last message about it; -1 before the first
 * @param startRegisterWh what the connector's meter showed at the start
 * @param chargedMillis how long energy has flowed
 * @param stopped why nobody is served any more; absent before
 */
@RecordBuilder
public record Opened(String id, int seqNo, long startRegisterWh, long chargedMillis, Optional<StoppedReason> stopped)
        implements OpenedBuilder.With {

    /** Seconds during which energy flowed. */
    int secondsCharged() {
        return (int) (chargedMillis / 1000);
    }
}
