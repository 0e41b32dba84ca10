package dev.roamlab.station;

import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.DataTransferStatus;
import java.util.Optional;

/**
 * A vendor's own messages. A station knows those of its own vendor, and of them only the message {@code Echo}, which gives
 * back what it was given. Spec: OCPP 2.0.1 P01.
 */
final class DataTransfers {
    private static final String ECHO = "Echo";

    private DataTransfers() {}

    static DataTransferResponse answer(Turn turn, DataTransferRequest request) {
        if (!request.vendorId().equalsIgnoreCase(turn.state().spec().model().vendor())) {
            return new DataTransferResponse(DataTransferStatus.UNKNOWN_VENDOR_ID, Optional.empty());
        } else if (request.messageId().filter(ECHO::equalsIgnoreCase).isEmpty()) {
            return new DataTransferResponse(DataTransferStatus.UNKNOWN_MESSAGE_ID, Optional.empty());
        }
        return new DataTransferResponse(DataTransferStatus.ACCEPTED, request.data());
    }
}
