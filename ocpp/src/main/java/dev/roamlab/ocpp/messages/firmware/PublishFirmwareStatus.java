package dev.roamlab.ocpp.messages.firmware;

/** How publishing gets on. */
public enum PublishFirmwareStatus {
    IDLE,
    DOWNLOAD_SCHEDULED,
    DOWNLOADING,
    DOWNLOADED,
    PUBLISHED,
    DOWNLOAD_FAILED,
    DOWNLOAD_PAUSED,
    INVALID_CHECKSUM,
    CHECKSUM_VERIFIED,
    PUBLISH_FAILED
}
