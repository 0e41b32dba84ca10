package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.OperationalStatus;
import dev.roamlab.station.StationEvent;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.models.EvseModel;
import dev.roamlab.station.physics.Car;
import dev.roamlab.station.physics.CarModel;
import dev.roamlab.station.physics.Cars;
import java.util.List;
import java.util.Optional;

/** Words of the API turned into what a station understands: cars that come, and places that are meant. */
final class Arrivals {
    private static final double USUAL_STATE_OF_CHARGE = 20;

    private Arrivals() {}

    /** @throws InvalidValue when there is no such car */
    static Car car(ConnectorModel connector, Optional<String> id, Optional<Double> soc, Optional<Double> target) {
        CarModel model;
        try {
            model = id.map(Cars::named).orElseGet(() -> fitting(connector));
        } catch (IllegalArgumentException unknown) {
            throw InvalidValue.of("/car", String.valueOf(unknown.getMessage()));
        }
        return model.at(soc.orElse(USUAL_STATE_OF_CHARGE)).until(target.orElse(100.0));
    }

    private static CarModel fitting(ConnectorModel connector) {
        return Cars.all().stream()
                .filter(car -> connector.powerType().direct() ? car.dcMaxKw() > 0 : car.acPhases() > 0)
                .findFirst()
                .orElseGet(() -> Cars.all().get(0));
    }

    /** As if the central system had asked: the rules are the same, and nobody is answered. */
    static StationEvent availability(SimulatedStation station, int connector, boolean available) {
        Optional<Evse> place = connector == 0 ? Optional.empty() : Optional.of(place(station, connector));
        return new StationEvent.Requested(new ChangeAvailabilityRequest(
                available ? OperationalStatus.OPERATIVE : OperationalStatus.INOPERATIVE, place));
    }

    private static Evse place(SimulatedStation station, int connector) {
        List<EvseModel> evses = station.spec().model().evses();
        int left = connector;
        for (int evse = 1; evse <= evses.size(); evse++) {
            int here = evses.get(evse - 1).connectors().size();
            if (left <= here) {
                return Evse.of(evse, left);
            }
            left -= here;
        }
        throw new IllegalArgumentException("connector: " + connector + ", there is none");
    }
}
