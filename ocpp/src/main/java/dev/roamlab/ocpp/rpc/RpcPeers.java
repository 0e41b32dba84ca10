package dev.roamlab.ocpp.rpc;

import java.util.Optional;

/**
 * Who talks to whom, in which version.
 *
 * @param us which end we are
 * @param version as the exchange log shows it, such as {@code 1.6}
 */
public record RpcPeers(String stationId, End us, String version, Spelling spelling) {

    /** The two ends of a connection. */
    public enum End {
        STATION,
        CSMS
    }

    /** How a version spells errors. */
    public interface Spelling {
        /** A code as the wire has it; empty when the version has such a frame ignored. */
        Optional<String> spell(RpcErrorCode code);

        /** The code that the wire calls so; {@link RpcErrorCode#GENERIC_ERROR} for one that nobody knows. */
        RpcErrorCode read(String spelled);

        /** The message id of the answer to a frame whose own id cannot be read; empty when there is none. */
        Optional<String> idOfUnreadable();
    }

    String caller(boolean weCall) {
        return (us == End.STATION) == weCall ? "station:" + stationId : "cpo";
    }

    /** Message ids are unique per connection and direction only; the exchange log wants them unique altogether. */
    String key(boolean weCall, String messageId) {
        return caller(weCall) + "/" + stationId + "/" + messageId;
    }
}
