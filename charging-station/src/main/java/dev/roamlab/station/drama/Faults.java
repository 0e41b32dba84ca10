package dev.roamlab.station.drama;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.station.ConnectorState;
import dev.roamlab.station.fleet.SimulatedStation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Connectors break, a share of all, and are mended later. */
final class Faults implements Drama {
    private final List<Victim> victims;
    private final ErrorCode code;

    private record Victim(SimulatedStation station, int connector) {
        boolean isWell() {
            return station.isGone()
                    || station.current()
                            .connector(connector)
                            .flatMap(ConnectorState::fault)
                            .isEmpty();
        }
    }

    Faults(Stage stage, double percent, ErrorCode code, int number) {
        this.code = code;
        List<Victim> all = new ArrayList<>();
        for (SimulatedStation station : stage.some(100, number)) {
            for (int connector = 1; connector <= station.current().connectors().size(); connector++) {
                all.add(new Victim(station, connector));
            }
        }
        Collections.shuffle(all, new Random(stage.seed() + number));
        this.victims = List.copyOf(all.subList(0, (int) Math.ceil(all.size() * percent / 100)));
    }

    @Override
    public void strike() {
        victims.forEach(victim -> victim.station().fault(victim.connector(), code));
    }

    @Override
    public void calm() {
        victims.forEach(victim -> victim.station().clearFault(victim.connector()));
    }

    @Override
    public int affected() {
        return victims.size();
    }

    @Override
    public int recovered() {
        return (int) victims.stream().filter(Victim::isWell).count();
    }
}
