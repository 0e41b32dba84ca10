package dev.roamlab.cpo.sessions;

import dev.roamlab.cpo.stations.Station;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventRequestBuilder;
import dev.roamlab.ocpp.messages.TransactionEventType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Transactions that have begun without a token: a cable is in, and nobody has said yet who charges. Only memory: what is
 * forgotten by a restart is made up for by what the claiming event itself tells. Used on the node's event loop only.
 */
final class Unclaimed {
    /** Cars that are plugged in and never authorised; the oldest ones are forgotten. */
    private static final int MOST = 100_000;

    private final Map<String, TransactionEventRequest> begun = new LinkedHashMap<>();

    void begun(Station station, TransactionEventRequest started) {
        begun.put(key(station, started), started);
        if (begun.size() > MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
    }

    /**
     * The event that brought the token as the start of the session: it happens then, where the transaction began, and from
     * what the meter showed.
     */
    TransactionEventRequest claimed(Station station, TransactionEventRequest event) {
        TransactionEventRequest started = begun.getOrDefault(key(station, event), event);
        forget(station, event);
        return TransactionEventRequestBuilder.builder(event)
                .eventType(TransactionEventType.STARTED)
                .evse(event.evse().or(started::evse))
                .reservationId(event.reservationId().or(started::reservationId))
                .meterValue(EventWords.register(event).isPresent() ? event.meterValue() : started.meterValue())
                .build();
    }

    void forget(Station station, TransactionEventRequest event) {
        begun.remove(key(station, event));
    }

    private static String key(Station station, TransactionEventRequest event) {
        return station.id() + "/" + event.transactionInfo().transactionId();
    }
}
