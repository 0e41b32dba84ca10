package dev.roamlab.cpo.stations;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Response;
import io.vertx.core.Future;

/** The way to a station that is connected, here or at a gateway. Two are equal when they are the same connection. */
public interface StationWay {
    /** The gateway of the node's own port. */
    String HERE = "core";

    /** What the station calls itself. */
    String stationId();

    /** Where it connected from, for logs. */
    String remoteAddress();

    /** The version of OCPP agreed on, such as {@code 1.6}. */
    String version();

    /** The process that holds the connection: {@value #HERE}, or a gateway's name. */
    default String gateway() {
        return HERE;
    }

    /** Asks the station; fails when it refuses or does not answer. */
    <R extends Response> Future<R> call(CsmsCall<R> request);

    /** Ends the connection. */
    void close(String reason);
}
