package dev.roamlab.station;

/** What goes wrong with updates of firmware, and with uploads of logs, when somebody wants to see that. */
public enum UpdateFault {
    /** The file never comes. */
    DOWNLOAD_FAILS,
    /** What came is not what was signed. */
    SIGNATURE_INVALID,
    /** Installing stops half-way; the old version stays. */
    INSTALLATION_FAILS,
    /** The new version does not run; the old one comes back. */
    VERIFICATION_FAILS,
    /** The certificate that signed it has been revoked. */
    CERTIFICATE_REVOKED,
    /** The log cannot be sent. */
    UPLOAD_FAILS
}
