package dev.roamlab.ocpp.messages.firmware;

/** What became of firmware that was published. */
public enum UnpublishFirmwareStatus {
    DOWNLOAD_ONGOING,
    NO_FIRMWARE,
    UNPUBLISHED
}
