package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** What became of a variable that was to be changed. */
@OcppRecord
public record SetVariableResult(
        Optional<AttributeType> attributeType,
        SetVariableStatus attributeStatus,
        Optional<StatusInfo> attributeStatusInfo,
        Component component,
        Variable variable) {}
