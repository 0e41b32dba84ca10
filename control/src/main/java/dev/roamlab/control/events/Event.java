package dev.roamlab.control.events;

import dev.roamlab.control.shape.Says;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.ErrorCode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;

/** Something that happened. */
@RecordBuilder
@Says("Something that happened; what does not belong to its type is absent.")
public record Event(
        @Says("Counts up by one; the `id` of the server-sent event.")
        long id,

        @Says("What happened; the `event` of the server-sent event.")
        EventType type,

        @Says("When, in lab time.") Instant at,
        @Says("The charger it happened to.") Optional<String> chargePointId,
        @Says("The fleet it happened in.") Optional<String> group,
        @Says("From 1; 0 is the charger as a whole.") Optional<Integer> connector,
        @Says("What the central system is told.") Optional<ConnectorStatus> status,
        @Says("What is wrong.") Optional<ErrorCode> errorCode,
        @Says("The transaction, as the charger names it.") Optional<String> transactionId,
        @Says("Who started it.") Optional<String> idToken,
        @Says("Of the transaction so far.") Optional<Long> energyWh,
        @Says("What flows.") Optional<Double> powerW,
        @Says("Of the car, in per cent.") Optional<Double> stateOfCharge,
        @Says("In words.") Optional<String> detail) {

    /** An event of a fleet; its number is given when it is told. */
    public static EventBuilder of(EventType type) {
        return EventBuilder.builder()
                .id(0)
                .type(type)
                .at(Instant.EPOCH)
                .chargePointId(Optional.empty())
                .group(Optional.empty())
                .connector(Optional.empty())
                .status(Optional.empty())
                .errorCode(Optional.empty())
                .transactionId(Optional.empty())
                .idToken(Optional.empty())
                .energyWh(Optional.empty())
                .powerW(Optional.empty())
                .stateOfCharge(Optional.empty())
                .detail(Optional.empty());
    }

    /** An event of a charger. */
    public static EventBuilder of(EventType type, String chargePointId) {
        return of(type).chargePointId(Optional.of(chargePointId));
    }
}
