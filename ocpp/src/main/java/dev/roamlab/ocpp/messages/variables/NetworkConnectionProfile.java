package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** How a station may be connected to a CSMS. */
@OcppRecord
public record NetworkConnectionProfile(
        Optional<Apn> apn,
        OcppVersion ocppVersion,
        OcppTransport ocppTransport,
        @Max(512) String ocppCsmsUrl,
        int messageTimeout,
        int securityProfile,
        OcppInterface ocppInterface,
        Optional<Vpn> vpn) {}
