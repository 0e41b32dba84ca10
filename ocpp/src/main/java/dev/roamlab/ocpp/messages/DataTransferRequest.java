package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** Something that only a vendor understands. */
public record DataTransferRequest(String vendorId, Optional<String> messageId, Optional<String> data)
        implements StationCall<DataTransferResponse>, CsmsCall<DataTransferResponse> {
    @Override
    public Class<DataTransferResponse> responseType() {
        return DataTransferResponse.class;
    }
}
