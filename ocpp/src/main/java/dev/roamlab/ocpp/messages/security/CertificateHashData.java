package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.payload.Max;

/** What identifies a certificate. */
public record CertificateHashData(
        HashAlgorithm hashAlgorithm,
        @Max(128) String issuerNameHash,
        @Max(128) String issuerKeyHash,
        @Max(40) String serialNumber) {}
