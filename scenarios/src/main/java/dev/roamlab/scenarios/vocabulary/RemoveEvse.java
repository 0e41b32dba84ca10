package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** The CPO takes an EVSE away for good and tells its partners. */
final class RemoveEvse implements Verb {
    private static final Parameter<String> LOCATION = Parameter.named("location", Kind.LOCATION, "id of the location");
    private static final Parameter<String> EVSE = Parameter.named("evse", Kind.EVSE, "uid of the EVSE");

    @Override
    public String name() {
        return "remove_evse";
    }

    @Override
    public String summary() {
        return "The CPO takes an EVSE away for good and tells its partners.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LOCATION, EVSE);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.cpo().removeEvse(with.get(LOCATION), with.get(EVSE));
    }
}
