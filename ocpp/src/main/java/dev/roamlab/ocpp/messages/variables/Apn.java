package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** How a modem dials in. */
@OcppRecord
public record Apn(
        @Max(512) String apn,
        @Max(20) Optional<String> apnUserName,
        @Max(20) Optional<String> apnPassword,
        Optional<Integer> simPin,
        @Max(6) Optional<String> preferredNetwork,
        Optional<Boolean> useOnlyPreferredNetwork,
        ApnAuthentication apnAuthentication) {}
