package dev.roamlab.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.DataTransferStatus;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** A vendor's data, which may be any JSON. Inside they are text: a string as it is, anything else as its JSON. */
final class DataForm {
    private DataForm() {}

    /** Spec: OCPP 2.0.1, DataTransferRequest. */
    record Request(
            @Max(50) Optional<String> messageId,
            Optional<JsonNode> data,
            @Max(255) String vendorId) {
        static Request of(DataTransferRequest request) {
            return new Request(request.messageId(), request.data().map(TextNode::valueOf), request.vendorId());
        }

        DataTransferRequest neutral() {
            return new DataTransferRequest(vendorId, messageId, data.map(DataForm::text));
        }
    }

    /** Spec: OCPP 2.0.1, DataTransferResponse. */
    record Response(DataTransferStatus status, Optional<StatusInfo> statusInfo, Optional<JsonNode> data) {
        static Response of(DataTransferResponse response) {
            return new Response(
                    response.status(), response.statusInfo(), response.data().map(TextNode::valueOf));
        }

        DataTransferResponse neutral() {
            return new DataTransferResponse(status, data.map(DataForm::text), statusInfo);
        }
    }

    private static String text(JsonNode data) {
        return data.isTextual() ? data.textValue() : data.toString();
    }
}
