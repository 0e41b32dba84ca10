package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * Whether the station will try.
 *
 * @param transactionId present when the transaction had already begun
 */
public record RequestStartTransactionResponse(RequestStartStopStatus status, Optional<String> transactionId)
        implements Response {}
