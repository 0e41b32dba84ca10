package dev.roamlab.control.chargers;

import dev.roamlab.control.chargers.Charger.ConnectorInfo;
import dev.roamlab.control.chargers.ChargerStatus.ConnectorView;
import dev.roamlab.station.ConnectorState;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.StationState;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.models.StationModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Chargers as the API shows them. */
public final class Views {
    private final Clock clock;

    /** @param clock the lab's */
    public Views(Clock clock) {
        this.clock = clock;
    }

    Charger charger(SimulatedStation station) {
        StationModel model = station.spec().model();
        StationSnapshot seen = station.state();
        return new Charger(
                station.chargePointId(),
                model.id(),
                station.spec().serialNumber(),
                model.catalogueNumber(),
                model.vendor(),
                model.model(),
                highest(model, ConnectorModel::voltage),
                highest(model, ConnectorModel::maxAmperage),
                maxAmps(station.current()),
                model.gridKw(),
                Optional.of(station.group()).filter(group -> !group.isEmpty()),
                station.destination().csmsUrl(),
                station.version(),
                connection(seen),
                seen.status().status(),
                station.lastActive(),
                connectors(model));
    }

    /** How a charger stands now. */
    public ChargerStatus status(SimulatedStation station) {
        StationSnapshot seen = station.state();
        return new ChargerStatus(
                seen.chargePointId(),
                clock.instant(),
                seen.powered(),
                connection(seen),
                station.lastActive(),
                seen.status().status(),
                seen.status().errorCode(),
                seen.unconfirmed(),
                seen.connectors().stream().map(Views::connector).toList());
    }

    MeterReadings meters(SimulatedStation station) {
        StationSnapshot seen = station.state();
        Instant at = clock.instant();
        return new MeterReadings(
                seen.chargePointId(),
                at,
                seen.connectors().stream()
                        .map(connector -> new MeterReadings.Reading(
                                connector.number(),
                                connector.registerWh(),
                                connector.energyWh(),
                                tenths(connector.watts()),
                                connector.transactionId(),
                                connector.stateOfCharge().map(Views::tenths)))
                        .toList());
    }

    static ConnectionState connection(SimulatedStation station) {
        return connection(station.current());
    }

    static ConnectionState connection(StationState state) {
        return switch (state.uplink().phase()) {
            case ACCEPTED -> ConnectionState.ACCEPTED;
            case BOOTING -> ConnectionState.CONNECTED;
            case DOWN, BACKING_OFF, CONNECTING -> ConnectionState.DISCONNECTED;
        };
    }

    /** One digit behind the point is all that anybody measures. */
    public static double tenths(double value) {
        return Double.isFinite(value) ? Math.round(value * 10) / 10.0 : 0;
    }

    /** Watts in kilowatts, to ten watts. */
    public static double kilo(double watts) {
        return Double.isFinite(watts) ? Math.round(watts / 10) / 100.0 : 0;
    }

    private static ConnectionState connection(StationSnapshot seen) {
        if (seen.accepted()) {
            return ConnectionState.ACCEPTED;
        }
        return seen.connected() ? ConnectionState.CONNECTED : ConnectionState.DISCONNECTED;
    }

    private static ConnectorView connector(StationSnapshot.Connector connector) {
        return new ConnectorView(
                connector.number(),
                connector.evse(),
                connector.status().status(),
                connector.status().errorCode(),
                connector.plugged(),
                connector.transactionId(),
                connector.energyWh(),
                connector.registerWh(),
                tenths(connector.watts()),
                connector.stateOfCharge().map(Views::tenths));
    }

    private static int highest(StationModel model, ToIntFunction<ConnectorModel> figure) {
        return model.connectors().stream().mapToInt(figure).max().orElse(0);
    }

    /** The tightest of its connectors' limits. */
    private static Optional<Double> maxAmps(StationState state) {
        return state.connectors().stream()
                .filter(connector -> Double.isFinite(connector.limitWatts()))
                .map(Views::amps)
                .min(Comparator.naturalOrder());
    }

    private static double amps(ConnectorState connector) {
        return tenths(connector.limitWatts() / wattsPerAmp(connector.model()));
    }

    /** What one ampere per phase is in watts. */
    static double wattsPerAmp(ConnectorModel connector) {
        return connector.voltage() * (double) connector.powerType().phases();
    }

    /** The connectors of a model, as it is built. */
    public static List<ConnectorInfo> connectors(StationModel model) {
        List<ConnectorInfo> infos = new ArrayList<>();
        for (int evse = 1; evse <= model.evses().size(); evse++) {
            for (ConnectorModel connector : model.evses().get(evse - 1).connectors()) {
                infos.add(new ConnectorInfo(
                        infos.size() + 1,
                        evse,
                        connector.type().name(),
                        connector.powerType().name(),
                        connector.cableAttached(),
                        connector.voltage(),
                        connector.maxAmperage(),
                        connector.maxPowerKw()));
            }
        }
        return infos;
    }
}
