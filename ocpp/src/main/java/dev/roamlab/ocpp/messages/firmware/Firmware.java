package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.Max;
import java.time.Instant;
import java.util.Optional;

/** Where firmware is, when to fetch and install it, and its signature. */
@OcppRecord
public record Firmware(
        @Max(512) String location,
        Instant retrieveDateTime,
        Optional<Instant> installDateTime,
        @Max(5500) Optional<String> signingCertificate,
        @Max(800) Optional<String> signature) {}
