package dev.roamlab.scenarios.file;

import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.physics.CarModel;
import dev.roamlab.station.physics.Cars;
import java.util.List;

/** The models of cars and stations that the lab has. */
final class Models {
    private Models() {}

    static List<String> cars() {
        return Cars.all().stream().map(CarModel::id).toList();
    }

    static List<String> stations() {
        return StationModels.shipped().all().stream().map(StationModel::id).toList();
    }
}
