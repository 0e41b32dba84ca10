package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import dev.roamlab.ocpp.rpc.RpcPeers.Spelling;

/** OCPP 1.6-J, all its profiles, and the messages of its security whitepaper (edition 3). */
public final class DialectV16 implements Dialect {
    private static final Spelling SPELLING = new SpellingV16();

    @Override
    public String version() {
        return "1.6";
    }

    @Override
    public String subprotocol() {
        return "ocpp1.6";
    }

    @Override
    public Spelling spelling() {
        return SPELLING;
    }

    @Override
    public Translation translation(End us, TranslationContext context) {
        return new TranslationV16(us == End.STATION ? Action.From.CSMS : Action.From.STATION, new Side(context));
    }
}
