package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** The value of a variable, or why there is none. */
@OcppRecord
public record GetVariableResult(
        Optional<StatusInfo> attributeStatusInfo,
        GetVariableStatus attributeStatus,
        Optional<AttributeType> attributeType,
        @Max(2500) Optional<String> attributeValue,
        Component component,
        Variable variable) {}
