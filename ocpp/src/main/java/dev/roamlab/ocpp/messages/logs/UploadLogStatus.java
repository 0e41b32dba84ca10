package dev.roamlab.ocpp.messages.logs;

/** How an upload gets on. */
public enum UploadLogStatus {
    BAD_MESSAGE,
    IDLE,
    NOT_SUPPORTED_OPERATION,
    PERMISSION_DENIED,
    UPLOADED,
    UPLOAD_FAILURE,
    UPLOADING,
    ACCEPTED_CANCELED
}
