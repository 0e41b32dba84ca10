package dev.roamlab.station;

import java.util.List;

/**
 * At which points a transaction begins and ends for the CSMS. OCPP 1.6 knows one: token and cable are both there. A
 * station without a sensor for its bay takes a cable for a car, and one without a signing meter a closed power path for
 * signed data. Spec: OCPP 2.0.1, TxStartPoint and TxStopPoint.
 */
final class TxPoints {
    private static final List<String> CABLE = List.of("EVConnected", "ParkingBayOccupancy");
    private static final String TOKEN = "Authorized";

    private TxPoints() {}

    static boolean beginsWithCable(StationState state) {
        return state.idiom().eventful() && anyOf(state, ConfigurationKey.TX_START_POINT, CABLE);
    }

    static boolean beginsWithToken(StationState state) {
        return state.idiom().eventful() && anyOf(state, ConfigurationKey.TX_START_POINT, List.of(TOKEN));
    }

    /** Whether a transaction is over as soon as nobody is authorised any more. */
    static boolean endsWithToken(StationState state) {
        return !state.idiom().eventful()
                || state.configuration().list(ConfigurationKey.TX_STOP_POINT).stream()
                        .anyMatch(point -> !CABLE.contains(point));
    }

    /** Whether a bay is what is watched, and not a plug. */
    static boolean watchesBay(StationState state) {
        List<String> points = state.configuration().list(ConfigurationKey.TX_START_POINT);
        return points.contains("ParkingBayOccupancy") && !points.contains("EVConnected");
    }

    private static boolean anyOf(StationState state, ConfigurationKey key, List<String> points) {
        return state.configuration().list(key).stream().anyMatch(points::contains);
    }
}
