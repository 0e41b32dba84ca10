package dev.roamlab.station;

import dev.roamlab.ocpp.messages.firmware.Firmware;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An update of the firmware, from the CSMS's order to its end. A finished one is kept until the next: a CSMS may ask how it went.
 *
 * @param requestId the CSMS's number for it
 * @param retriesLeft how often a failed download may still be repeated
 * @param pause between two attempts to download
 * @param due when the next stage begins; absent while something else is waited for
 * @param order the download that the host is doing
 * @param version what the file says it is
 * @param told whether the CSMS has been sent the present status
 */
@RecordBuilder
public record FirmwareUpdate(
        int requestId,
        Firmware firmware,
        int retriesLeft,
        Duration pause,
        FirmwareStatus status,
        Optional<Instant> due,
        Optional<Long> order,
        Optional<String> version,
        boolean told)
        implements FirmwareUpdateBuilder.With {

    /** Whether it is over, well or not. */
    public boolean finished() {
        return switch (status) {
            case IDLE,
                    INSTALLED,
                    DOWNLOAD_FAILED,
                    INSTALLATION_FAILED,
                    INVALID_SIGNATURE,
                    INSTALL_VERIFICATION_FAILED -> true;
            case DOWNLOADED,
                    DOWNLOADING,
                    DOWNLOAD_SCHEDULED,
                    DOWNLOAD_PAUSED,
                    INSTALLING,
                    INSTALL_REBOOTING,
                    INSTALL_SCHEDULED,
                    SIGNATURE_VERIFIED -> false;
        };
    }

    /** Whether it is too late to do something else instead. */
    boolean irrevocable() {
        return status == FirmwareStatus.INSTALLING || status == FirmwareStatus.INSTALL_REBOOTING;
    }

    boolean signed() {
        return firmware.signingCertificate().isPresent();
    }
}
