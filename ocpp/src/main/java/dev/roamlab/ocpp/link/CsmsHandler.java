package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import io.vertx.core.Future;

/** The CSMS's side of all its stations' connections. Called on the context of the HTTP server. */
public interface CsmsHandler {

    /** Whether a station may connect. A failure refuses it with HTTP 500. */
    Future<Admission> admit(Handshake handshake);

    /** A station has connected; nothing it says has been heard yet. */
    void opened(StationConnection connection);

    /**
     * Answers what a station asks, with the response that belongs to the request. A failure with
     * {@link dev.roamlab.ocpp.rpc.OcppCallException} refuses the call.
     */
    Future<? extends Response> on(StationConnection connection, StationCall<?> call);

    /** A connection has ended, whoever wanted it. */
    void closed(StationConnection connection, Close close);
}
