package dev.roamlab.scenarios.live;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.stage.Forecourt;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.world.World;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;

/** People and cars at the simulated chargers. */
final class LiveForecourt implements Forecourt {
    private final Lab lab;
    private final Map<String, Double> stateOfCharge = new HashMap<>();
    private final Map<String, String> plugged = new HashMap<>();

    LiveForecourt(Lab lab) {
        this.lab = lab;
    }

    @Override
    public Future<Telling> switchOn(String charger) {
        return station(charger).connect().map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> plugIn(String car, String charger, int connector) {
        World.ParkedCar parked = lab.world().cars().stream()
                .filter(candidate -> candidate.id().equals(car))
                .findFirst()
                .orElseThrow(() -> new ScenarioBroken("no car " + car));
        double soc = stateOfCharge.getOrDefault(car, parked.soc());
        SimulatedStation station = connector(charger, connector);
        plugged.put(place(charger, connector), car);
        return station.plugIn(connector, Cars.named(parked.model()).at(soc)).map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> unplug(String charger, int connector) {
        SimulatedStation station = connector(charger, connector);
        String car = plugged.remove(place(charger, connector));
        if (car != null) {
            // The car drives off with what it has taken.
            station.state().connector(connector).stateOfCharge().ifPresent(soc -> stateOfCharge.put(car, soc));
        }
        return station.unplug(connector).map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> tap(String tokenUid, String charger, int connector) {
        return connector(charger, connector)
                .present(connector, IdToken.of(tokenUid))
                .map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> losePower(String charger) {
        return station(charger).losePower().map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> restorePower(String charger) {
        return station(charger).restorePower().map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> loseNetwork(String charger) {
        return station(charger).loseConnection().map(Telling.NOTHING);
    }

    @Override
    public Future<Telling> restoreNetwork(String charger) {
        return station(charger).restoreConnection().map(Telling.NOTHING);
    }

    private SimulatedStation station(String charger) {
        return lab.fleet()
                .station(charger)
                .orElseThrow(() -> new ScenarioBroken("no charger " + charger + ", there are "
                        + lab.world().chargers().stream().map(World.Charger::id).toList()));
    }

    private SimulatedStation connector(String charger, int connector) {
        SimulatedStation station = station(charger);
        int last = station.state().connectors().size();
        if (connector < 1 || connector > last) {
            throw new ScenarioBroken("charger " + charger + " has connectors 1 to " + last + ", not " + connector);
        }
        return station;
    }

    private static String place(String charger, int connector) {
        return charger + "/" + connector;
    }
}
