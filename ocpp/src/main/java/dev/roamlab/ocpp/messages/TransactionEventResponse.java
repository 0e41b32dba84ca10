package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * The CSMS has taken note.
 *
 * @param idTokenInfo present when the event carried a token
 */
public record TransactionEventResponse(Optional<IdTokenInfo> idTokenInfo) implements Response {}
