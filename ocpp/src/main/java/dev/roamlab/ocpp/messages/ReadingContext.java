package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Spelled;
import java.util.Optional;
import java.util.stream.Stream;

/** Why it was measured. */
public enum ReadingContext implements Spelled {
    INTERRUPTION_BEGIN("Interruption.Begin"),
    INTERRUPTION_END("Interruption.End"),
    OTHER("Other"),
    SAMPLE_CLOCK("Sample.Clock"),
    SAMPLE_PERIODIC("Sample.Periodic"),
    TRANSACTION_BEGIN("Transaction.Begin"),
    TRANSACTION_END("Transaction.End"),
    TRIGGER("Trigger");

    private final String wireName;

    ReadingContext(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** The value with this spelling. */
    public static Optional<ReadingContext> named(String wireName) {
        return Stream.of(values())
                .filter(value -> value.wireName.equals(wireName))
                .findFirst();
    }
}
