package dev.roamlab.station.charging;

import java.time.Instant;
import java.util.Optional;

/**
 * An EVSE as profiles see it.
 *
 * @param running the transaction there, if there is one
 * @param supply what the EVSE's own profiles are read against
 */
public record Place(int evse, Optional<Running> running, Supply supply) {

    /** A transaction, and when it began to charge. */
    public record Running(String transactionId, Instant since) {}

    Optional<Instant> begun() {
        return running.map(Running::since);
    }

    boolean isOf(InstalledProfile txProfile) {
        return running.filter(transaction -> txProfile
                        .profile()
                        .transactionId()
                        .filter(other -> !other.equals(transaction.transactionId()))
                        .isEmpty())
                .isPresent();
    }
}
