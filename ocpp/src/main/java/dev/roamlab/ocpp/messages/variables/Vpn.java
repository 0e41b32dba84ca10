package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** Which tunnel a connection goes through. */
@OcppRecord
public record Vpn(
        @Max(512) String server,
        @Max(20) String user,
        @Max(20) Optional<String> group,
        @Max(20) String password,
        @Max(255) String key,
        VpnType type) {}
