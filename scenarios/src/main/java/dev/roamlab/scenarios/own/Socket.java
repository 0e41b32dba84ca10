package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.ConnectorFormat;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.models.ConnectorType;
import dev.roamlab.station.models.PowerType;
import java.util.Arrays;
import java.util.Optional;

/** An EVSE that the lab can simulate, by its first connector. */
record Socket(Evse evse, Connector connector, ConnectorModel model) {
    /** Above it, an AC voltage is the one between the phases, which many write although OCPI wants the other. */
    private static final int HIGHEST_PHASE_VOLTAGE = 300;

    /** Below it, no car begins. Spec: IEC 61851. */
    private static final int LEAST_AMPS = 6;

    /** The EVSE as a simulated station can have it; empty when none can. */
    static Optional<Socket> of(Evse evse) {
        Connector first = evse.connectors().get(0);
        return type(first).flatMap(type -> model(type, first)).map(model -> new Socket(evse, first, model));
    }

    /** Whether the EVSE is part of the network at all. */
    static boolean exists(Evse evse) {
        return evse.status() != Status.REMOVED && evse.status() != Status.PLANNED;
    }

    private static Optional<ConnectorType> type(Connector connector) {
        return Arrays.stream(ConnectorType.values())
                .filter(type -> type.name().equals(connector.standard().value()))
                .findFirst();
    }

    private static Optional<ConnectorModel> model(ConnectorType type, Connector connector) {
        PowerType power = PowerType.valueOf(connector.powerType().name());
        int amps = connector.maxAmperage();
        int volts = power.direct() || connector.maxVoltage() <= HIGHEST_PHASE_VOLTAGE
                ? connector.maxVoltage()
                : (int) Math.round(connector.maxVoltage() / Math.sqrt(3));
        if (volts <= 0 || amps < (power.direct() ? 1 : LEAST_AMPS)) {
            return Optional.empty();
        }
        double possible = volts * (double) amps * power.phases() / 1000;
        double stated =
                connector.maxElectricPower().map(watts -> watts / 1000.0).orElse(possible);
        boolean cable = power.direct() || connector.format() == ConnectorFormat.CABLE;
        return stated < possible * LEAST_AMPS / amps
                ? Optional.empty()
                : Optional.of(new ConnectorModel(type, power, volts, amps, Math.min(stated, possible), cable, !cable));
    }

    boolean remoteStart() {
        return evse.capabilities().contains(Capability.REMOTE_START_STOP_CAPABLE);
    }

    boolean direct() {
        return model.powerType().direct();
    }

    String uid() {
        return evse.uid().value();
    }
}
