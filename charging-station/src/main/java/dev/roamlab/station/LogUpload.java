package dev.roamlab.station;

import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.messages.logs.UploadLogStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A log on its way to where the CSMS wants it. A finished one is kept until the next: a CSMS may ask how it went.
 *
 * @param requestId the CSMS's number for it
 * @param retriesLeft how often a failed upload may still be repeated
 * @param pause between two attempts
 * @param due when the next attempt begins
 * @param order the upload that the host is doing
 * @param told whether the CSMS has been sent the present status
 */
@RecordBuilder
public record LogUpload(
        int requestId,
        LogType type,
        URI to,
        String fileName,
        Optional<Instant> oldest,
        Optional<Instant> latest,
        int retriesLeft,
        Duration pause,
        UploadLogStatus status,
        Optional<Instant> due,
        Optional<Long> order,
        boolean told)
        implements LogUploadBuilder.With {

    /** Whether it is over, well or not. */
    public boolean finished() {
        return status != UploadLogStatus.UPLOADING;
    }
}
