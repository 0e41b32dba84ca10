package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** The eMSP works out what a token's last CDR should cost and explains it line by line. */
final class ExplainBill implements Verb {
    private static final Parameter<String> TOKEN = Parameter.named("token", Kind.TOKEN, "uid of the token");

    @Override
    public String name() {
        return "explain_bill";
    }

    @Override
    public String summary() {
        return "The eMSP works out what a token's last CDR should cost and explains it line by line.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TOKEN);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.emsp().explainBill(with.get(TOKEN));
    }
}
