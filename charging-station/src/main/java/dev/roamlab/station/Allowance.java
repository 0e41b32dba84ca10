package dev.roamlab.station;

import dev.roamlab.station.charging.Ceiling;
import dev.roamlab.station.charging.Limits;
import dev.roamlab.station.charging.Place;
import dev.roamlab.station.charging.Supply;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.physics.PowerLimit;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** How much power may flow at a connector: what profiles and operators leave of the station's share. */
final class Allowance {
    private static final double USUAL_VOLTS = 230;
    private static final int USUAL_PHASES = 3;

    private Allowance() {}

    /** What may flow at a connector now. */
    static PowerLimit at(StationState state, ConnectorState connector) {
        PowerLimit operator = PowerLimit.ofWatts(connector.limitWatts());
        return state.profiles().isEmpty()
                ? operator
                : ceiling(state, connector, state.meteredTo()).effective().and(operator);
    }

    /** Whether a connector takes part where several share what there is. */
    static boolean shares(StationState state, ConnectorState connector) {
        return connector.delivering()
                && connector.limitWatts() > 0
                && !connector.plug().orElseThrow().car().isFull()
                && (state.profiles().isEmpty()
                        || !ofEvse(state, connector, state.meteredTo()).limit().isZero());
    }

    static int sharing(StationState state) {
        int sharing = 0;
        for (ConnectorState connector : state.connectors()) {
            sharing += shares(state, connector) ? 1 : 0;
        }
        return Math.max(1, sharing);
    }

    /** What profiles allow at a connector, the station's divided among those who charge now. */
    static Ceiling ceiling(StationState state, ConnectorState connector, Instant at) {
        return ceiling(state, connector, place(state, connector), at);
    }

    /** The same for a transaction that may be imagined. */
    static Ceiling ceiling(StationState state, ConnectorState connector, Place place, Instant at) {
        Ceiling whole = ofStation(state, at);
        PowerLimit share = whole.limit().sharedBy(sharing(state));
        boolean converted = connector.model().powerType().direct();
        return Limits.ofEvse(state.profiles(), place, at)
                .and(new Ceiling(converted ? share.wattsOnly() : share, whole.least(), whole.until()));
    }

    static Ceiling ofEvse(StationState state, ConnectorState connector, Instant at) {
        return Limits.ofEvse(state.profiles(), place(state, connector), at);
    }

    static Ceiling ofStation(StationState state, Instant at) {
        return Limits.ofStation(state.profiles(), grid(state), at);
    }

    /** When what may flow will change next, as far as anybody charges. */
    static Optional<Instant> nextChange(StationState state) {
        Optional<Instant> next = Optional.empty();
        if (state.profiles().isEmpty()) {
            return next;
        }
        for (ConnectorState connector : state.connectors()) {
            if (connector.transaction().isPresent()) {
                Instant until = ceiling(state, connector, state.meteredTo()).until();
                next = Metering.earlier(next, Optional.of(until).filter(Instant.MAX::isAfter));
            }
        }
        return next;
    }

    static Place place(StationState state, ConnectorState connector) {
        return new Place(
                connector.evse(),
                connector.transaction().map(running -> new Place.Running(running.id(), running.startedAt())),
                supply(state, connector.model()));
    }

    static Supply supply(StationState state, ConnectorModel model) {
        boolean direct = model.powerType().direct();
        return new Supply(
                direct,
                model.voltage(),
                model.powerType().phases(),
                state.configuration().flag(ConfigurationKey.CONNECTOR_SWITCH_3_TO_1_PHASE_SUPPORTED),
                model.maxPowerKw() * 1000,
                model.maxAmperage());
    }

    /** The station's grid connection: always alternating current. */
    static Supply grid(StationState state) {
        double watts = state.spec().model().gridKw() * 1000;
        Optional<ConnectorModel> widest = state.connectors().stream()
                .map(ConnectorState::model)
                .filter(model -> !model.powerType().direct())
                .max(Comparator.comparing(model -> model.powerType().phases()));
        double volts = widest.map(model -> (double) model.voltage()).orElse(USUAL_VOLTS);
        int phases = widest.map(model -> model.powerType().phases()).orElse(USUAL_PHASES);
        return new Supply(false, volts, phases, false, watts, watts / volts / phases);
    }
}
