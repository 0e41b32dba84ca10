package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** Why an answer is what it is. */
public record StatusInfo(
        @Max(20) String reasonCode, @Max(512) Optional<String> additionalInfo) {}
