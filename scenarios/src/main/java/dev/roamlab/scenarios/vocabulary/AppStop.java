package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** A driver stops a session in the app. Spec: mod_commands_stopsession_object. */
final class AppStop implements Verb {
    private static final Parameter<String> TOKEN = Parameter.named("token", Kind.TOKEN, "uid of the token");

    @Override
    public String name() {
        return "app_stop";
    }

    @Override
    public String summary() {
        return "A driver stops the running session in the app: STOP_SESSION.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TOKEN);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.emsp().stopSession(with.get(TOKEN));
    }
}
