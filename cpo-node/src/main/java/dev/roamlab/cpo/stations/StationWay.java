package dev.roamlab.cpo.stations;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Response;
import io.vertx.core.Future;

/** The way to a station that is connected. */
public interface StationWay {
    /** Asks the station; fails when it refuses or does not answer. */
    <R extends Response> Future<R> call(CsmsCall<R> request);

    /** Ends the connection. */
    void close();
}
