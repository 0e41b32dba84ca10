package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.payload.Max;
import java.time.Instant;
import java.util.Optional;

/** One part of what the station holds about a customer. Spec: OCPP 2.0.1, N09. */
@OcppRecord
public record NotifyCustomerInformationRequest(
        @Max(512) String data, Optional<Boolean> tbc, int seqNo, Instant generatedAt, int requestId)
        implements StationCall<NotifyCustomerInformationResponse> {
    @Override
    public Class<NotifyCustomerInformationResponse> responseType() {
        return NotifyCustomerInformationResponse.class;
    }
}
