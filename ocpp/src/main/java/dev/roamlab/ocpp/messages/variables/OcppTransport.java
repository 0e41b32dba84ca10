package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.payload.Wire;

/** How OCPP is carried. */
public enum OcppTransport {
    @Wire("JSON")
    JSON,
    @Wire("SOAP")
    SOAP
}
