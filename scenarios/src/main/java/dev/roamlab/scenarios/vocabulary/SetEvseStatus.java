package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** The CPO changes the status of an EVSE by hand and tells its partners. */
final class SetEvseStatus implements Verb {
    private static final Parameter<String> LOCATION = Parameter.named("location", Kind.LOCATION, "id of the location");
    private static final Parameter<String> EVSE = Parameter.named("evse", Kind.EVSE, "uid of the EVSE");
    private static final Parameter<Status> STATUS = Parameter.oneOf("status", "the new status", Status.class);

    @Override
    public String name() {
        return "set_evse_status";
    }

    @Override
    public String summary() {
        return "The CPO changes the status of an EVSE by hand and tells its partners.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LOCATION, EVSE, STATUS);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.cpo().setEvseStatus(with.get(LOCATION), with.get(EVSE), with.get(STATUS));
    }
}
