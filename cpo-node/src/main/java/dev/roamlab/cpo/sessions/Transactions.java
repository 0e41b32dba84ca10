package dev.roamlab.cpo.sessions;

import dev.roamlab.cpo.stations.Station;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpp.messages.ChargingState;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.pricing.PhaseKind;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what stations tell of their transactions into sessions. Stations repeat what was not answered, so every event may
 * come twice: a repeated start is the same session, a repeated end finds it gone. Used on the node's event loop only.
 */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final TransactionEventResponse NOTED = new TransactionEventResponse(Optional.empty());

    private final Charges charges;
    private final TransactionStarts starts;
    private final Unclaimed unclaimed = new Unclaimed();
    private final Duration sessionUpdates;

    /** @param sessionUpdates the least time between two updates that only the meter causes */
    public Transactions(Charges charges, TransactionStarts starts, Duration sessionUpdates) {
        this.charges = charges;
        this.starts = starts;
        this.sessionUpdates = sessionUpdates;
    }

    /** Answers TransactionEvent; what it says is stored by then. */
    public Future<TransactionEventResponse> on(Station station, TransactionEventRequest event) {
        return switch (event.eventType()) {
            case STARTED -> started(station, event);
            case UPDATED -> updated(station, event);
            case ENDED -> ended(station, event);
        };
    }

    /** OCPP 2.0.1 may begin with the cable: until a token comes, there is nobody whose session it could be. */
    private Future<TransactionEventResponse> started(Station station, TransactionEventRequest event) {
        if (event.idToken().isPresent()) {
            return starts.started(station, event);
        }
        unclaimed.begun(station, event);
        return Future.succeededFuture(NOTED);
    }

    /** The station told of a connector instead of a transaction that the car stopped or resumed charging. */
    public Future<Void> turned(Station station, int evseId, Instant at, PhaseKind kind) {
        return charging(station, evseId)
                .filter(charge -> charge.meter().currentKind() != kind)
                .map(charge -> charges.keep(charge.copy()
                                .meter(charge.meter().turn(at.truncatedTo(ChronoUnit.MILLIS), kind))
                                .build())
                        .<Void>mapEmpty())
                .orElseGet(Future::succeededFuture);
    }

    /** Meter values that name no transaction belong to the one at their EVSE, if there is one. */
    public Future<Void> measured(Station station, int evseId, List<MeterValue> values) {
        return charging(station, evseId)
                .map(charge -> progress(charge, read(charge, values)).<Void>mapEmpty())
                .orElseGet(Future::succeededFuture);
    }

    private Optional<Charge> charging(Station station, int evseId) {
        return charges.find(station.id(), charge -> charge.isAt(station.id(), evseId) && isCharging(charge));
    }

    // --- progress ---

    private Future<TransactionEventResponse> updated(Station station, TransactionEventRequest event) {
        Optional<Charge> known = known(station, event);
        if (known.isEmpty()) {
            return event.idToken().isPresent()
                    ? starts.started(station, unclaimed.claimed(station, event))
                    : Future.succeededFuture(NOTED);
        }
        Charge before = known.get();
        return progress(before, activated(measured(before, event), event))
                .compose(noted -> starts.judged(station, before, event));
    }

    private Future<Charge> progress(Charge before, Charge after) {
        boolean turned =
                after.meter().currentKind() != before.meter().currentKind() || after.status() != before.status();
        boolean due = !after.meter().readAt().isBefore(after.toldAt().plus(sessionUpdates));
        return turned || due ? charges.tell(after) : charges.keep(after);
    }

    private static Charge activated(Charge charge, TransactionEventRequest event) {
        boolean goes = charge.status() == SessionStatus.PENDING
                && event.transactionInfo()
                        .chargingState()
                        .filter(state -> state != ChargingState.IDLE)
                        .isPresent();
        if (!goes) {
            return charge;
        }
        Instant start = EventWords.at(event);
        return charge.copy()
                .status(SessionStatus.ACTIVE)
                .start(start)
                .begin(start)
                .periodsUntil(start)
                .toldAt(start)
                .meter(Meter.start(
                        start,
                        EventWords.kind(event).orElse(PhaseKind.CHARGING),
                        charge.meter().registerWh()))
                .build();
    }

    private static Charge measured(Charge charge, TransactionEventRequest event) {
        Charge measured = read(charge, event.meterValue());
        return EventWords.kind(event)
                .map(kind -> measured.copy()
                        .meter(measured.meter().turn(EventWords.at(event), kind))
                        .build())
                .orElse(measured);
    }

    private static Charge read(Charge charge, List<MeterValue> values) {
        Meter meter = charge.meter();
        for (Readings reading : Readings.of(values)) {
            meter = meter.read(reading.at(), reading.registerWh(), reading.currentA());
        }
        return charge.copy().meter(meter).build();
    }

    // --- end ---

    private Future<TransactionEventResponse> ended(Station station, TransactionEventRequest event) {
        Optional<Charge> known = known(station, event);
        unclaimed.forget(station, event);
        if (known.isEmpty()) {
            LOG.info(
                    "station {}: transaction {} has ended, but is none (any more)",
                    station.id(),
                    event.transactionInfo().transactionId());
            return Future.succeededFuture(NOTED);
        }
        Charge charge = measured(known.get(), event);
        Instant last = charge.meter().readAt();
        Instant end = EventWords.at(event).isBefore(last) ? last : EventWords.at(event);
        Charge whole = charge.copy().meter(charge.meter().pass(end)).build();
        return charges.finish(whole, end).map(event.idToken().isPresent() ? EventWords.accepted() : NOTED);
    }

    private Optional<Charge> known(Station station, TransactionEventRequest event) {
        String transactionId = event.transactionInfo().transactionId();
        return charges.find(station.id(), charge -> charge.transactionIds().contains(transactionId));
    }

    private static boolean isCharging(Charge charge) {
        return charge.status() == SessionStatus.ACTIVE || charge.status() == SessionStatus.INVALID;
    }
}
