package dev.roamlab.cpo.csms;

import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Keeps a storm of boots from piling up work: as long as too much waits for the store, a station that boots is asked to come
 * again, each after another while. Spec: OCPP 2.0.1 B02, OCPP 1.6 4.2.
 */
final class BootGate {
    private static final int SOONEST_SECONDS = 10;
    private static final int SPREAD_SECONDS = 30;

    private final int most;
    private final IntSupplier waiting;
    private long postponed;

    /** @param most how many stations may wait to be saved before others are put off */
    BootGate(int most, IntSupplier waiting) {
        this.most = most;
        this.waiting = waiting;
    }

    /** Lets a boot be dealt with, or puts it off. */
    Future<BootNotificationResponse> boot(
            String stationId, Instant now, Supplier<Future<BootNotificationResponse>> accepted) {
        if (waiting.getAsInt() < most) {
            return accepted.get();
        }
        postponed++;
        int retry = SOONEST_SECONDS + Math.floorMod(stationId.hashCode(), SPREAD_SECONDS);
        return Future.succeededFuture(new BootNotificationResponse(now, retry, RegistrationStatus.PENDING));
    }

    /** How many boots were put off so far. */
    long postponed() {
        return postponed;
    }
}
