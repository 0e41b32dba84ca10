package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.Max;

/** Which certificate, and who knows whether it has been revoked. */
@OcppRecord
public record OcspRequestData(
        HashAlgorithm hashAlgorithm,
        @Max(128) String issuerNameHash,
        @Max(128) String issuerKeyHash,
        @Max(40) String serialNumber,
        @Max(512) String responderURL) {}
