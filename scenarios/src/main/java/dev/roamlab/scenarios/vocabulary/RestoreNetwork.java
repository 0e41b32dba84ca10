package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** A charger gets its line back. */
final class RestoreNetwork implements Verb {
    private static final Parameter<String> CHARGER =
            Parameter.named("charger", Kind.CHARGER, "identity of the charger");

    @Override
    public String name() {
        return "restore_network";
    }

    @Override
    public String summary() {
        return "A charger gets its line back.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CHARGER);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.forecourt().restoreNetwork(with.get(CHARGER));
    }
}
