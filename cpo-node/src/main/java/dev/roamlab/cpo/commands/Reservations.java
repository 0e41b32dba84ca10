package dev.roamlab.cpo.commands;

import dev.roamlab.cpo.sessions.Charge;
import dev.roamlab.cpo.sessions.Charges;
import dev.roamlab.cpo.sessions.Meter;
import dev.roamlab.cpo.sessions.MeterBuilder;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.pricing.Phase;
import dev.roamlab.pricing.PhaseBuilder;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reservations of all eMSPs. Each has a session of its own, which becomes the charging session when the driver comes, and
 * ends with the reservation when not. Used on the node's event loop only. Spec: mod_sessions_reservation.
 */
public final class Reservations {
    private static final Logger LOG = LoggerFactory.getLogger(Reservations.class);
    private static final int MOST = 1_000_000;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final ObjectCollection<Reservation> stored;
    private final Charges charges;
    private final LabClock clock;
    private final Map<Integer, Reservation> open = new LinkedHashMap<>();

    private Reservations(ObjectCollection<Reservation> stored, Charges charges, LabClock clock) {
        this.stored = stored;
        this.charges = charges;
        this.clock = clock;
    }

    /** Goes on with the reservations from before a restart. */
    public static Future<Reservations> open(ObjectCollection<Reservation> stored, Charges charges, LabClock clock) {
        Reservations reservations = new Reservations(stored, charges, clock);
        return stored.first(MOST, "")
                .onSuccess(all -> all.forEach(known -> reservations.remember(known.value())))
                .map(reservations);
    }

    /** How a reservation ended without a charge. */
    enum End {
        /** The driver did not come. */
        EXPIRED,
        /** The eMSP gave it up: what was used until then is billed. */
        CANCELLED,
        /** We could not keep it: nothing is billed. */
        BROKEN
    }

    /** Reservations that wait for their driver. */
    List<Reservation> waiting() {
        return open.values().stream().filter(this::isWaiting).toList();
    }

    /** An eMSP's reservation that waits for its driver. */
    Optional<Reservation> find(String partnerId, CiString reservationId) {
        return waiting().stream()
                .filter(known -> known.is(partnerId, reservationId))
                .findFirst();
    }

    /** A reservation by our number. */
    Optional<Reservation> find(int number) {
        return Optional.ofNullable(open.get(number)).filter(this::isWaiting);
    }

    /** The session that stands for a reservation. */
    Optional<Charge> charge(Reservation reservation) {
        return charges.find(reservation.sessionId());
    }

    /** Keeps a reservation that the station has accepted, together with its session. */
    Future<Void> keep(Reservation reservation, Charge charge) {
        remember(reservation);
        return charges.tell(charge)
                .compose(told -> stored.put(key(reservation), "", reservation.lastUpdated(), Document.of(reservation)))
                .mapEmpty();
    }

    /** Ends a reservation whose driver did not come. */
    Future<Void> end(Reservation reservation, End how) {
        open.remove(reservation.number());
        Future<Void> finished = charge(reservation)
                .filter(charge -> charge.status() == SessionStatus.RESERVATION)
                .map(charge -> finish(charge, reservation, how))
                .orElseGet(Future::succeededFuture);
        return finished.compose(done -> stored.remove(key(reservation)).mapEmpty());
    }

    private Future<Void> finish(Charge charge, Reservation reservation, End how) {
        Instant now = clock.instant();
        Instant end = how == End.EXPIRED && reservation.expiry().isBefore(now) ? reservation.expiry() : now;
        Meter used = charge.meter().pass(end);
        return charges.finish(
                charge.copy()
                        .status(how == End.BROKEN ? SessionStatus.INVALID : charge.status())
                        .meter(how == End.EXPIRED ? expired(used) : used)
                        .build(),
                end);
    }

    private static Meter expired(Meter meter) {
        List<Phase> phases = meter.phases().stream()
                .map(phase -> PhaseBuilder.builder(phase).expired(true).build())
                .toList();
        return MeterBuilder.builder(meter).phases(phases).build();
    }

    private void remember(Reservation reservation) {
        open.put(reservation.number(), reservation);
        awaitExpiry(reservation);
    }

    /** Day by day, since somebody may reserve until the end of time. */
    private void awaitExpiry(Reservation reservation) {
        Duration left = Duration.between(clock.instant(), reservation.expiry());
        if (left.compareTo(A_DAY) > 0) {
            clock.schedule(A_DAY, () -> awaitExpiry(reservation));
        } else {
            clock.schedule(left, () -> expire(reservation));
        }
    }

    /** The timer of a reservation that was replaced meanwhile finds another expiry. */
    private void expire(Reservation reservation) {
        if (reservation.equals(open.get(reservation.number()))) {
            end(reservation, End.EXPIRED)
                    .onFailure(failure -> LOG.error("reservation {} did not end", reservation.number(), failure));
        }
    }

    private boolean isWaiting(Reservation reservation) {
        return charge(reservation)
                .filter(charge -> charge.status() == SessionStatus.RESERVATION)
                .isPresent();
    }

    private static String key(Reservation reservation) {
        return Integer.toString(reservation.number());
    }
}
