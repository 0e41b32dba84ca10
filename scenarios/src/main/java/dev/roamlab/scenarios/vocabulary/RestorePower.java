package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** The mains come back at a charger. */
final class RestorePower implements Verb {
    private static final Parameter<String> CHARGER =
            Parameter.named("charger", Kind.CHARGER, "identity of the charger");

    @Override
    public String name() {
        return "restore_power";
    }

    @Override
    public String summary() {
        return "The mains come back at a charger.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CHARGER);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.forecourt().restorePower(with.get(CHARGER));
    }
}
