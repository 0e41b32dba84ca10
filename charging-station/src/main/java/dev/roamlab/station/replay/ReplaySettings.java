package dev.roamlab.station.replay;

import dev.roamlab.ocpp.link.StationAddress;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;

/**
 * How a recording is played.
 *
 * @param csmsUrl where to connect to; the station's id is added as the last part of the path
 * @param password for HTTP Basic, of all stations
 * @param speed how many times faster than recorded; infinite: as fast as answers come
 * @param keepTimes sends moments as recorded; else they are shifted, so that the recording begins now
 * @param patience how long an answer, or a call that the recording has, is waited for, in wall time
 */
@RecordBuilder
public record ReplaySettings(
        String csmsUrl, Optional<String> password, double speed, boolean keepTimes, Duration patience)
        implements ReplaySettingsBuilder.With {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Settings; the URL and the speed are checked. */
    public ReplaySettings {
        StationAddress.of(csmsUrl, "x");
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed: " + speed + ", must be above 0");
        }
    }

    /** As fast as answers come, moments shifted, 30 s of patience. */
    public static ReplaySettings of(String csmsUrl) {
        return new ReplaySettings(csmsUrl, Optional.empty(), Double.POSITIVE_INFINITY, false, PATIENCE);
    }
}
