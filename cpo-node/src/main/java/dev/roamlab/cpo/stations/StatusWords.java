package dev.roamlab.cpo.stations;

import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpp.messages.ConnectorStatus;

/** What a station tells of a connector, as OCPI says it of an EVSE. Spec: mod_locations_status_enum. */
final class StatusWords {
    private StatusWords() {}

    /** A cable that is in, before or after a transaction, keeps others away: the EVSE is in use. */
    static Status ocpi(ConnectorStatus status) {
        return switch (status) {
            case AVAILABLE -> Status.AVAILABLE;
            case OCCUPIED, PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING -> Status.CHARGING;
            case RESERVED -> Status.RESERVED;
            case UNAVAILABLE -> Status.INOPERATIVE;
            case FAULTED -> Status.OUTOFORDER;
        };
    }

    /** An EVSE charges one vehicle at a time: the connector in use speaks for all, then the one kept, then the free one. */
    static Status dominant(Status one, Status other) {
        return rank(one) <= rank(other) ? one : other;
    }

    private static int rank(Status status) {
        return switch (status) {
            case CHARGING -> 0;
            case RESERVED -> 1;
            case BLOCKED -> 2;
            case AVAILABLE -> 3;
            case INOPERATIVE -> 4;
            case OUTOFORDER -> 5;
            case UNKNOWN, PLANNED, REMOVED -> 6;
        };
    }
}
