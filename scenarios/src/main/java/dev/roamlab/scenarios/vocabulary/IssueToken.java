package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import dev.roamlab.scenarios.vocabulary.Parameter.Kind;
import io.vertx.core.Future;
import java.util.List;

/** The eMSP gives a driver a new token and tells its partners. */
final class IssueToken implements Verb {
    private static final Parameter<String> DRIVER = Parameter.named("driver", Kind.DRIVER, "who gets it");
    private static final Parameter<String> UID = Parameter.named("uid", Kind.TEXT, "uid of the new token");
    private static final Parameter<TokenType> TYPE = Parameter.choice(
            "type", "what the token is", List.of("RFID", "APP_USER", "AD_HOC_USER", "OTHER"), TokenType::new);
    private static final Parameter<WhitelistType> WHITELIST =
            Parameter.oneOf("whitelist", "how far a CPO may decide by itself", WhitelistType.class);

    @Override
    public String name() {
        return "issue_token";
    }

    @Override
    public String summary() {
        return "The eMSP gives a driver a new token and tells its partners.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(DRIVER, UID, TYPE, WHITELIST);
    }

    @Override
    public Future<Telling> perform(Arguments with, Stage stage) {
        return stage.emsp().issueToken(with.get(DRIVER), with.get(UID), with.get(TYPE), with.get(WHITELIST));
    }
}
