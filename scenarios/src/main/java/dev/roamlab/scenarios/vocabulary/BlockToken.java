package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** The eMSP blocks a token, as when a card is lost, and tells its partners. */
final class BlockToken implements Verb {
    private static final Parameter<String> TOKEN = Parameter.named("token", Kind.TOKEN, "uid of the token");

    @Override
    public String name() {
        return "block_token";
    }

    @Override
    public String summary() {
        return "The eMSP blocks a token, as when a card is lost, and tells its partners.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TOKEN);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.emsp().blockToken(with.get(TOKEN));
    }
}
