package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;

/** Lab time passes: cars drive, batteries fill. */
final class LetTimePass implements Verb {
    private static final Parameter<Duration> FOR = Parameter.duration("for", "how long, in lab time");

    @Override
    public String name() {
        return "wait";
    }

    @Override
    public String summary() {
        return "Lab time passes: cars drive, batteries fill.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(FOR);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        Promise<Telling> passed = Promise.promise();
        stage.clock().schedule(with.get(FOR), () -> passed.complete(Telling.NOTHING));
        return passed.future();
    }

    @Override
    public Duration patience(Arguments with) {
        return with.get(FOR).plus(Verb.super.patience(with));
    }
}
