package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.payload.Wire;

/** How a hash was made. */
public enum HashAlgorithm {
    @Wire("SHA256")
    SHA256,
    @Wire("SHA384")
    SHA384,
    @Wire("SHA512")
    SHA512
}
