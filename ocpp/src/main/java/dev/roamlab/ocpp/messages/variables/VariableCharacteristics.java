package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.Max;
import java.math.BigDecimal;
import java.util.Optional;

/** What values a variable can have. */
@OcppRecord
public record VariableCharacteristics(
        @Max(16) Optional<String> unit,
        DataType dataType,
        Optional<BigDecimal> minLimit,
        Optional<BigDecimal> maxLimit,
        @Max(1000) Optional<String> valuesList,
        boolean supportsMonitoring) {}
