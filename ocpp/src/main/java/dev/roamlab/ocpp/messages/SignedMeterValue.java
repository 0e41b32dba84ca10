package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;

/** A measured value as the meter itself signed it. */
public record SignedMeterValue(
        @Max(2500) String signedMeterData,
        @Max(50) String signingMethod,
        @Max(50) String encodingMethod,
        @Max(2500) String publicKey) {}
