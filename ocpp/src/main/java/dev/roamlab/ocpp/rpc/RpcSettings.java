package dev.roamlab.ocpp.rpc;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * What all sessions of a host share.
 *
 * @param ids makes message ids
 * @param callTimeout wall time within which a call has to be answered
 * @param deadlines of the calls on the way
 */
public record RpcSettings(
        Vertx vertx, LabClock clock, ExchangeLog log, Ids ids, Duration callTimeout, Deadlines deadlines) {

    /** Settings of a host that is about to start. */
    public RpcSettings(Vertx vertx, LabClock clock, ExchangeLog log, Ids ids, Duration callTimeout) {
        this(vertx, clock, log, ids.forMessages(), callTimeout, new Deadlines(vertx, callTimeout));
    }
}
