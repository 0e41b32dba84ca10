package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Response;
import io.vertx.core.Future;

/** The station's side of its link. Called on the context that the link was connected from. */
public interface StationHandler {

    /**
     * Answers what the CSMS asks, with the response that belongs to the request. A failure with
     * {@link dev.roamlab.ocpp.rpc.OcppCallException} refuses the call.
     */
    Future<? extends Response> on(CsmsCall<?> call);

    /** The connection has ended, and not because the station closed it. */
    void closed(Close close);
}
