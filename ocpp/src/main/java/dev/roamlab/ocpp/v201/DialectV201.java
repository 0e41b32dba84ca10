package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import dev.roamlab.ocpp.rpc.RpcPeers.Spelling;
import java.util.Collection;

/** OCPP 2.0.1-J: all its messages, at both ends. */
public final class DialectV201 implements Dialect {
    private static final String VERSION = "2.0.1";
    private static final Vocabulary VOCABULARY = new Vocabulary(VERSION, MessagesV201.ALL, FormsV201.BINDING);
    private static final Spelling SPELLING = new SpellingV2();

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public String subprotocol() {
        return "ocpp2.0.1";
    }

    @Override
    public Spelling spelling() {
        return SPELLING;
    }

    @Override
    public Translation translation(End us, TranslationContext context) {
        return new TranslationV2(us, VOCABULARY);
    }

    static Collection<Action<?, ?>> actions() {
        return VOCABULARY.actions();
    }
}
