package dev.roamlab.station;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A station as an onlooker sees it at one instant.
 *
 * @param accepted connected, and the CSMS has accepted it
 * @param unconfirmed messages about transactions that the CSMS has not confirmed yet
 */
@RecordBuilder
public record StationSnapshot(
        String chargePointId,
        boolean powered,
        boolean connected,
        boolean accepted,
        Status status,
        int unconfirmed,
        List<Connector> connectors) {

    public StationSnapshot {
        connectors = List.copyOf(connectors);
    }

    /**
     * One connector.
     *
     * @param energyWh of the transaction under way; 0 without one
     * @param registerWh what the meter shows
     * @param stateOfCharge of the car, in per cent, while its cable is in
     * @param watts what flows
     * @param limitWatts what may flow, where anything but the hardware limits it
     * @param cost what the driver is shown that it has cost, as the CSMS told
     */
    @RecordBuilder
    public record Connector(
            int number,
            int evse,
            Status status,
            boolean plugged,
            Optional<String> transactionId,
            long energyWh,
            long registerWh,
            Optional<Double> stateOfCharge,
            double watts,
            Optional<Double> limitWatts,
            Optional<BigDecimal> cost) {}

    /** A connector by its number, from 1. */
    public Connector connector(int number) {
        return connectors.get(number - 1);
    }

    static StationSnapshot of(StationState state) {
        List<Connector> connectors = state.connectors().stream()
                .map(connector -> of(state, connector))
                .toList();
        return new StationSnapshot(
                state.spec().chargePointId(),
                state.running(),
                state.uplink().connected(),
                state.uplink().accepted(),
                Statuses.ofStation(state),
                state.unconfirmed(),
                connectors);
    }

    private static Connector of(StationState state, ConnectorState connector) {
        return new Connector(
                connector.number(),
                connector.evse(),
                Statuses.of(state, connector),
                connector.plug().isPresent(),
                connector.transaction().map(Transaction::id),
                connector.transactionWh(),
                connector.reading(),
                connector.plug().map(plug -> plug.car().stateOfCharge()),
                Metering.flow(state, connector).watts(),
                Optional.of(Allowance.at(state, connector).watts()).filter(watts -> watts < Double.POSITIVE_INFINITY),
                connector.bill().totalCost());
    }
}
