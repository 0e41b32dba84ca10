package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;

/** A further identifier that goes with a token. */
public record AdditionalInfo(
        @Max(36) String additionalIdToken, @Max(50) String type) {}
