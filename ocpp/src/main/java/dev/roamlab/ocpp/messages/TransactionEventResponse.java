package dev.roamlab.ocpp.messages;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The CSMS has taken note.
 *
 * @param totalCost so far, or finally on an ended event, taxes included; absent where the station is not to show any
 * @param chargingPriority from -9 (low) to 9 (high): overrules that of the token
 * @param idTokenInfo present when the event carried a token
 * @param updatedPersonalMessage to be shown to the driver instead of the one that came with the token
 */
@OcppRecord
public record TransactionEventResponse(
        Optional<BigDecimal> totalCost,
        Optional<Integer> chargingPriority,
        Optional<IdTokenInfo> idTokenInfo,
        Optional<MessageContent> updatedPersonalMessage)
        implements Response {
    /** A verdict on the token, if there was one. */
    public TransactionEventResponse(Optional<IdTokenInfo> idTokenInfo) {
        this(Optional.empty(), Optional.empty(), idTokenInfo, Optional.empty());
    }
}
