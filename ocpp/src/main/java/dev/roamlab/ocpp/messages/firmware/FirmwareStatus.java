package dev.roamlab.ocpp.messages.firmware;

/** How an update of firmware gets on. */
public enum FirmwareStatus {
    DOWNLOADED,
    DOWNLOAD_FAILED,
    DOWNLOADING,
    DOWNLOAD_SCHEDULED,
    DOWNLOAD_PAUSED,
    IDLE,
    INSTALLATION_FAILED,
    INSTALLING,
    INSTALLED,
    INSTALL_REBOOTING,
    INSTALL_SCHEDULED,
    INSTALL_VERIFICATION_FAILED,
    INVALID_SIGNATURE,
    SIGNATURE_VERIFIED
}
