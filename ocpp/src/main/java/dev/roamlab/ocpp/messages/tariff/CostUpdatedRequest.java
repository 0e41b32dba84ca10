package dev.roamlab.ocpp.messages.tariff;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.payload.Max;
import java.math.BigDecimal;

/** What a running transaction has cost so far, for the driver to see. Spec: OCPP 2.0.1, I02. */
public record CostUpdatedRequest(
        BigDecimal totalCost, @Max(36) String transactionId) implements CsmsCall<CostUpdatedResponse> {
    @Override
    public Class<CostUpdatedResponse> responseType() {
        return CostUpdatedResponse.class;
    }
}
