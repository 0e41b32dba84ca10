package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** What the station knows. */
public record GetTransactionStatusResponse(Optional<Boolean> ongoingIndicator, boolean messagesInQueue)
        implements Response {}
