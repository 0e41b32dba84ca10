package dev.roamlab.station.fleet;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * How a fleet stands at one moment. Figures of several fleets add up.
 *
 * @param stations how many there are
 * @param connected whose connection stands
 * @param accepted who have booted, too
 * @param backingOff who wait before they try to connect again
 * @param charging transactions under way
 * @param watts what flows, as of each station's last event
 * @param sent frames that left
 * @param received frames that arrived
 * @param timeouts calls that were not answered in time
 * @param callErrors calls that were refused, or answered against the rules
 * @param connects connections made, from the beginning
 * @param reconnects those of them that were not a station's first
 * @param refusals attempts to connect that failed
 * @param losses connections that ended though the station had not closed them
 * @param transactionsEnded from the beginning
 * @param unconfirmed messages about transactions that a CSMS has not confirmed yet
 * @param roundTrips from a call to its answer
 */
@RecordBuilder
public record FleetFigures(
        int stations,
        int connected,
        int accepted,
        int backingOff,
        int charging,
        double watts,
        long sent,
        long received,
        long timeouts,
        long callErrors,
        long connects,
        long reconnects,
        long refusals,
        long losses,
        long transactionsEnded,
        long unconfirmed,
        RoundTrips roundTrips) {

    /** A fleet without stations. */
    public static final FleetFigures NONE =
            new FleetFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, RoundTrips.NONE);

    /** Frames in both directions. */
    public long messages() {
        return sent + received;
    }

    /** Both together. */
    public FleetFigures plus(FleetFigures other) {
        return new FleetFigures(
                stations + other.stations,
                connected + other.connected,
                accepted + other.accepted,
                backingOff + other.backingOff,
                charging + other.charging,
                watts + other.watts,
                sent + other.sent,
                received + other.received,
                timeouts + other.timeouts,
                callErrors + other.callErrors,
                connects + other.connects,
                reconnects + other.reconnects,
                refusals + other.refusals,
                losses + other.losses,
                transactionsEnded + other.transactionsEnded,
                unconfirmed + other.unconfirmed,
                roundTrips.plus(other.roundTrips));
    }
}
