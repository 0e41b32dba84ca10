package dev.roamlab.control.fleets;

import static dev.roamlab.control.http.Tags.CATALOGUE;
import static io.vertx.core.http.HttpMethod.GET;

import dev.roamlab.control.chargers.Charger.ConnectorInfo;
import dev.roamlab.control.chargers.Views;
import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Operation;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.http.Reply;
import dev.roamlab.control.shape.Says;
import dev.roamlab.station.behaviour.Behaviours;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Future;
import java.util.List;

/** What there is to choose from. */
public final class Catalogue {
    private static final Operation<Nothing, Nothing, ModelList> MODELS = Operation.of(
                    GET, "/models", "listModels", CATALOGUE)
            .says("Lists the models of chargers.", "Their ids are what a new charger gives as `type`.")
            .answers(ModelList.class);

    private static final Operation<Nothing, Nothing, CarList> CARS = Operation.of(GET, "/cars", "listCars", CATALOGUE)
            .says("Lists the models of cars.", "")
            .answers(CarList.class);

    private static final Operation<Nothing, Nothing, BehaviourList> BEHAVIOURS = Operation.of(
                    GET, "/behaviours", "listBehaviours", CATALOGUE)
            .says("Lists the ways in which drivers come and go.", "")
            .answers(BehaviourList.class);

    private final StationModels models;

    /** @param models the lab's, and perhaps a user's own */
    public Catalogue(StationModels models) {
        this.models = models;
    }

    record ModelList(List<ModelView> models) {}

    @Says("A model of charger.")
    record ModelView(
            String id,
            @Says("As a person would say it.") String name,
            String vendor,
            String model,
            String catalogueNumber,
            @Says("What it may draw in all.") double powerKw,
            List<ConnectorInfo> connectors) {}

    record CarList(List<CarView> cars) {}

    @Says("A model of car.")
    record CarView(
            String id,
            @Says("As a person would say it.") String name,
            @Says("Usable capacity.") double batteryKwh,

            @Says("Of its on-board charger; 0 when it cannot charge with AC.")
            int acPhases,

            @Says("Per phase.") double acMaxAmps,
            @Says("0 when it cannot charge with DC.") double dcMaxKw) {}

    record BehaviourList(List<BehaviourInfo> behaviours) {}

    @Says("A way in which drivers come and go.")
    record BehaviourInfo(
            String id,
            String title,
            @Says("When a charger has finished.") String ends) {}

    /** Offers the operations. */
    public void serve(ApiServer api) {
        ModelList modelList =
                new ModelList(models.all().stream().map(Catalogue::view).toList());
        CarList carList = new CarList(Cars.all().stream()
                .map(car -> new CarView(
                        car.id(), car.name(), car.batteryKwh(), car.acPhases(), car.acMaxAmps(), car.dcMaxKw()))
                .toList());
        BehaviourList behaviourList = new BehaviourList(Behaviours.all().stream()
                .map(plan -> new BehaviourInfo(plan.id(), plan.title(), plan.ends()))
                .toList());
        api.serve(MODELS, call -> Future.succeededFuture(Reply.of(modelList)));
        api.serve(CARS, call -> Future.succeededFuture(Reply.of(carList)));
        api.serve(BEHAVIOURS, call -> Future.succeededFuture(Reply.of(behaviourList)));
    }

    private static ModelView view(StationModel model) {
        return new ModelView(
                model.id(),
                model.name(),
                model.vendor(),
                model.model(),
                model.catalogueNumber(),
                model.gridKw(),
                Views.connectors(model));
    }
}
