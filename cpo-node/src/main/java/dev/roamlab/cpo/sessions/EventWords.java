package dev.roamlab.cpo.sessions;

import dev.roamlab.cpo.stations.Station;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.pricing.PhaseKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a station's transaction event says, in the words of sessions. */
final class EventWords {
    private EventWords() {}

    /** A version that has us number transactions repeats a start under a new number: time, place and token tell. */
    static String origin(Station station, TransactionEventRequest event) {
        Evse evse = event.evse().orElse(Evse.STATION);
        return station.id() + "/" + evse.id() + "/" + evse.connectorId().orElse(0) + "/" + event.timestamp() + "/"
                + event.idToken().map(IdToken::idToken).orElse("");
    }

    static Optional<BigDecimal> register(TransactionEventRequest event) {
        return Readings.of(event.meterValue()).stream().findFirst().map(Readings::registerWh);
    }

    /** A vehicle that asks for energy is charging, whether the station gives any or not. Spec: mod_cdrs_cdrdimensiontype_enum. */
    static Optional<PhaseKind> kind(TransactionEventRequest event) {
        return event.transactionInfo().chargingState().map(state -> switch (state) {
            case CHARGING, SUSPENDED_EVSE, EV_CONNECTED -> PhaseKind.CHARGING;
            case SUSPENDED_EV, IDLE -> PhaseKind.PARKED;
        });
    }

    static Instant at(TransactionEventRequest event) {
        return event.timestamp().truncatedTo(ChronoUnit.MILLIS);
    }

    static TransactionEventResponse accepted() {
        return answer(AuthorizationStatus.ACCEPTED);
    }

    static TransactionEventResponse answer(AuthorizationStatus status) {
        return new TransactionEventResponse(Optional.of(IdTokenInfo.of(status)));
    }
}
