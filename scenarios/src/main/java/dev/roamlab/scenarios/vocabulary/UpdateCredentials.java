package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.stage.Who;
import io.vertx.core.Future;
import java.util.List;

/** A platform replaces the tokens of a relation. Spec: credentials_put_method. */
final class UpdateCredentials implements Verb {
    private static final Parameter<Who> BY = Parameter.platform("by", "which platform begins");

    @Override
    public String name() {
        return "update_credentials";
    }

    @Override
    public String summary() {
        return "A platform replaces the tokens of the relation and has its versions read again.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(BY);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.partnership().updateCredentials(with.get(BY));
    }
}
