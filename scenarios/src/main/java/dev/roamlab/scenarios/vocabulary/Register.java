package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.stage.Who;
import io.vertx.core.Future;
import java.util.List;

/** Two platforms exchange credentials. Spec: credentials_registration. */
final class Register implements Verb {
    private static final Parameter<Who> BY = Parameter.platform("by", "which platform begins");

    @Override
    public String name() {
        return "register";
    }

    @Override
    public String summary() {
        return "Two platforms exchange credentials; the other side has invited the one that begins.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(BY);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.partnership().register(with.get(BY));
    }
}
