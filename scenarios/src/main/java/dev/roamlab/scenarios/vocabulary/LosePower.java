package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** The mains fail at a charger. */
final class LosePower implements Verb {
    private static final Parameter<String> CHARGER =
            Parameter.named("charger", Kind.CHARGER, "identity of the charger");

    @Override
    public String name() {
        return "lose_power";
    }

    @Override
    public String summary() {
        return "The mains fail at a charger.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CHARGER);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.forecourt().losePower(with.get(CHARGER));
    }
}
