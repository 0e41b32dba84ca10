package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.stage.Who;
import io.vertx.core.Future;
import java.util.List;

/** A platform ends a relation. Spec: credentials_delete_method. */
final class Unregister implements Verb {
    private static final Parameter<Who> BY = Parameter.platform("by", "which platform begins");

    @Override
    public String name() {
        return "unregister";
    }

    @Override
    public String summary() {
        return "A platform ends the relation; all tokens of it are void.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(BY);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.partnership().unregister(with.get(BY));
    }
}
