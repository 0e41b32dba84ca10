package dev.roamlab.station;

import dev.roamlab.ocpp.messages.monitoring.MonitoringBase;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What a CSMS wants to be told of variables; immutable.
 *
 * @param active in the order of their ids
 * @param base which of the monitors that came with the station are active
 * @param level events of a severity above it are not told; 9 tells all
 * @param lastId of a monitor
 * @param lastEvent number of the last event
 */
@RecordBuilder
public record Monitors(List<Monitor> active, MonitoringBase base, int level, int lastId, int lastEvent)
        implements MonitorsBuilder.With {
    /** Only what is wired in; everything is told. */
    public static final Monitors NONE = new Monitors(List.of(), MonitoringBase.ALL, 9, 0, 0);

    public Monitors {
        active = List.copyOf(active);
    }
}
