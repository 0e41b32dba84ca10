package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** A driver takes the cable out. */
final class Unplug implements Verb {
    private static final Parameter<String> CHARGER =
            Parameter.named("charger", Kind.CHARGER, "identity of the charger");
    private static final Parameter<Integer> CONNECTOR = Parameter.integer(
                    "connector", "number of the connector at the charger, from 1")
            .or(1);

    @Override
    public String name() {
        return "unplug";
    }

    @Override
    public String summary() {
        return "A driver takes the cable out.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CHARGER, CONNECTOR);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.forecourt().unplug(with.get(CHARGER), with.get(CONNECTOR));
    }
}
