package dev.roamlab.scenarios.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import io.vertx.core.Future;
import java.util.List;

/** The CPO opens a location and tells its partners. */
final class AddLocation implements Verb {
    private static final Parameter<JsonNode> LOCATION =
            Parameter.object("location", "the OCPI location, in the form of 2.3.0");

    @Override
    public String name() {
        return "add_location";
    }

    @Override
    public String summary() {
        return "The CPO opens a location and tells its partners.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LOCATION);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.cpo().addLocation(with.get(LOCATION));
    }
}
