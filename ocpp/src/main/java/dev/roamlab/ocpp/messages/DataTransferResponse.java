package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** What the other side made of it. */
public record DataTransferResponse(DataTransferStatus status, Optional<String> data) implements Response {}
