package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.EmspDesk.Spot;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The help desk frees a stuck cable. Spec: mod_commands_unlockconnector_object. */
final class Unlock implements Verb {
    private static final Parameter<String> LOCATION = Parameter.named("location", Kind.LOCATION, "id of the location");
    private static final Parameter<Optional<String>> EVSE = Parameter.named(
                    "evse", Kind.EVSE, "uid of the EVSE; the CPO chooses when nothing is said")
            .optional();
    private static final Parameter<Optional<String>> CONNECTOR =
            Parameter.named("connector", Kind.TEXT, "id of the OCPI connector").optional();

    @Override
    public String name() {
        return "unlock";
    }

    @Override
    public String summary() {
        return "The eMSP's help desk frees a stuck cable: UNLOCK_CONNECTOR.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LOCATION, EVSE, CONNECTOR);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.emsp().unlock(new Spot(with.get(LOCATION), with.get(EVSE), with.get(CONNECTOR)));
    }
}
