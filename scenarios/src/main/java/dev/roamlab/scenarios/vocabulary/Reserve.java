package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.EmspDesk.Spot;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A driver reserves an EVSE. Spec: mod_commands_reservenow_object. */
final class Reserve implements Verb {
    private static final Parameter<String> TOKEN = Parameter.named("token", Kind.TOKEN, "uid of the token");
    private static final Parameter<String> LOCATION = Parameter.named("location", Kind.LOCATION, "id of the location");
    private static final Parameter<Optional<String>> EVSE = Parameter.named(
                    "evse", Kind.EVSE, "uid of the EVSE; the CPO chooses when nothing is said")
            .optional();
    private static final Parameter<Optional<String>> CONNECTOR =
            Parameter.named("connector", Kind.TEXT, "id of the OCPI connector").optional();
    private static final Parameter<Duration> FOR = Parameter.duration("for", "how long it is kept free");

    @Override
    public String name() {
        return "reserve";
    }

    @Override
    public String summary() {
        return "A driver reserves an EVSE in the app: RESERVE_NOW.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TOKEN, LOCATION, EVSE, CONNECTOR, FOR);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.emsp()
                .reserve(
                        with.get(TOKEN),
                        new Spot(with.get(LOCATION), with.get(EVSE), with.get(CONNECTOR)),
                        with.get(FOR));
    }
}
