package dev.roamlab.ocpp.dialect;

import dev.roamlab.ocpp.rpc.RpcPeers.End;
import dev.roamlab.ocpp.rpc.RpcPeers.Spelling;

/** One version of OCPP-J. Everything that is particular to a version is behind this. */
public interface Dialect {

    /** The version as people write it: {@code 1.6}. */
    String version();

    /** The WebSocket subprotocol that stands for it: {@code ocpp1.6}. */
    String subprotocol();

    /** How it spells errors. */
    Spelling spelling();

    /** Begins to translate for one end of one station. */
    Translation translation(End us, TranslationContext context);
}
