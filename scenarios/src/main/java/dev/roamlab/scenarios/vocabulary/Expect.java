package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import io.vertx.core.Future;
import java.util.List;

/** Nothing is done: the step only waits and checks. */
final class Expect implements Verb {

    @Override
    public String name() {
        return "expect";
    }

    @Override
    public String summary() {
        return "Nothing is done: the step only waits and checks.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return Future.succeededFuture(Telling.NOTHING);
    }
}
