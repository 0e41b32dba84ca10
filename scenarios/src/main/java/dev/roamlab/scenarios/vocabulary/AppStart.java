package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.EmspDesk.Spot;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** A driver starts a session in the app. Spec: mod_commands_startsession_object. */
final class AppStart implements Verb {
    private static final Parameter<String> TOKEN = Parameter.named("token", Kind.TOKEN, "uid of the token");
    private static final Parameter<String> LOCATION = Parameter.named("location", Kind.LOCATION, "id of the location");
    private static final Parameter<Optional<String>> EVSE = Parameter.named(
                    "evse", Kind.EVSE, "uid of the EVSE; the CPO chooses when nothing is said")
            .optional();
    private static final Parameter<Optional<String>> CONNECTOR =
            Parameter.named("connector", Kind.TEXT, "id of the OCPI connector").optional();

    @Override
    public String name() {
        return "app_start";
    }

    @Override
    public String summary() {
        return "A driver starts a session in the app: START_SESSION.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TOKEN, LOCATION, EVSE, CONNECTOR);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.emsp()
                .startSession(with.get(TOKEN), new Spot(with.get(LOCATION), with.get(EVSE), with.get(CONNECTOR)));
    }
}
