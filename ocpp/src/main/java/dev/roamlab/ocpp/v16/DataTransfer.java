package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.DataTransferStatus;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** Something that only a vendor understands. Spec: OCPP 1.6, DataTransfer. */
final class DataTransfer {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "DataTransfer",
            From.BOTH,
            DataTransferRequest.class,
            DataTransferResponse.class,
            DataTransfer.Req.class,
            DataTransfer.Conf.class,
            DataTransfer::req,
            DataTransfer::neutral,
            DataTransfer::conf,
            DataTransfer::neutral);

    private DataTransfer() {}

    record Req(@Max(255) String vendorId, @Max(50) Optional<String> messageId, Optional<String> data) {}

    record Conf(DataTransferStatus status, Optional<String> data) {}

    static Req req(DataTransferRequest request, Side side) {
        return new Req(request.vendorId(), request.messageId(), request.data());
    }

    static DataTransferRequest neutral(Req req, Side side) {
        return new DataTransferRequest(req.vendorId(), req.messageId(), req.data());
    }

    static Conf conf(DataTransferResponse response) {
        return new Conf(response.status(), response.data());
    }

    static DataTransferResponse neutral(Conf conf) {
        return new DataTransferResponse(conf.status(), conf.data());
    }
}
