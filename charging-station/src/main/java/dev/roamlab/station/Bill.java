package dev.roamlab.station;

import dev.roamlab.ocpp.messages.MessageContent;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a driver is shown beside the meter, as the CSMS has told it. Spec: OCPP 2.0.1, part I.
 *
 * @param totalCost so far, or in the end; taxes included, in the station's currency
 * @param message for this driver
 */
public record Bill(Optional<BigDecimal> totalCost, Optional<MessageContent> message) {
    /** Nothing is shown. */
    public static final Bill NONE = new Bill(Optional.empty(), Optional.empty());

    /** With what is new; what the CSMS does not mention stays. */
    Bill with(Optional<BigDecimal> cost, Optional<MessageContent> text) {
        return cost.isEmpty() && text.isEmpty() ? this : new Bill(cost.or(this::totalCost), text.or(this::message));
    }
}
