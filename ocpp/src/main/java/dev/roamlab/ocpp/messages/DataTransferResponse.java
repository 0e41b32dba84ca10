package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** What the other side made of it. */
public record DataTransferResponse(DataTransferStatus status, Optional<String> data, Optional<StatusInfo> statusInfo)
        implements Response {
    /** An answer that gives no reason. */
    public DataTransferResponse(DataTransferStatus status, Optional<String> data) {
        this(status, data, Optional.empty());
    }
}
