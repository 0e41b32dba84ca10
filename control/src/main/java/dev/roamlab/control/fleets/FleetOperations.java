package dev.roamlab.control.fleets;

import static dev.roamlab.control.http.Tags.FLEETS;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import dev.roamlab.control.fleets.FleetView.BehaviourView;
import dev.roamlab.control.fleets.FleetView.FleetList;
import dev.roamlab.control.fleets.FleetView.NewBehaviour;
import dev.roamlab.control.http.Operation;
import dev.roamlab.control.http.Operation.Nothing;

/** What can be asked about fleets. */
final class FleetOperations {
    private static final String ONE = "/fleets/{fleet}";
    private static final String UNKNOWN = "There is no such fleet.";

    static final Operation<Nothing, Nothing, FleetList> LIST = Operation.of(GET, "/fleets", "listFleets", FLEETS)
            .says("Lists all fleets.", "")
            .answers(FleetList.class);

    static final Operation<Nothing, NewFleet, FleetView> CREATE = Operation.of(POST, "/fleets", "createFleet", FLEETS)
            .says(
                    "Creates a fleet: many chargers of one model, numbered.",
                    "Answered once all of them are there; they connect after that. Either all are created or none: if one"
                            + " id is taken, 409 names it.")
            .taking(NewFleet.class)
            .answers(201, FleetView.class)
            .refuses(409, "The name, or the id of one of its chargers, is taken.");

    static final Operation<Nothing, Nothing, FleetView> READ = Operation.of(GET, ONE, "getFleet", FLEETS)
            .says("Shows how a fleet stands.", "")
            .answers(FleetView.class)
            .refuses(404, UNKNOWN);

    static final Operation<Nothing, Nothing, Nothing> REMOVE = Operation.of(DELETE, ONE, "removeFleet", FLEETS)
            .says("Removes a fleet with all its chargers.", "")
            .refuses(404, UNKNOWN);

    static final Operation<Nothing, NewBehaviour, BehaviourView> BEHAVE = Operation.of(
                    PUT, ONE + "/behaviour", "startBehaviour", FLEETS)
            .says(
                    "Lets drivers come to all chargers of a fleet.",
                    "Chargers that join the fleet later are not visited.")
            .taking(NewBehaviour.class)
            .answers(BehaviourView.class)
            .refuses(404, UNKNOWN);

    static final Operation<Nothing, Nothing, Nothing> CALM = Operation.of(
                    DELETE, ONE + "/behaviour", "stopBehaviour", FLEETS)
            .says("Nobody comes to a fleet any more, and nobody leaves either.", "")
            .refuses(404, "There is no such fleet, or nobody comes to it.");

    private FleetOperations() {}
}
