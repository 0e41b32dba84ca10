package dev.roamlab.ocpp.link;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.rpc.RpcSettings;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;

/**
 * What all links of a host share.
 *
 * @param dialects the versions spoken, the preferred one first
 * @param ids makes message ids
 * @param callTimeout wall time within which a call has to be answered, and a connection made
 * @param pingInterval wall time between signs of life; a connection that gives none is closed. Zero: never
 * @param tap sees, and may change, every frame
 * @param maxMessageBytes a longer message closes its connection with 1009
 * @param kind what carries connections
 * @param localAddresses addresses of this machine that clients connect from, in turns; none: the system chooses. From one
 *     address to one port, a system has some 10,000 connections to give before it becomes slow
 */
@RecordBuilder
public record LinkSettings(
        Vertx vertx,
        LabClock clock,
        ExchangeLog log,
        Ids ids,
        List<Dialect> dialects,
        Duration callTimeout,
        Duration pingInterval,
        FrameTap tap,
        int maxMessageBytes,
        LinkKind kind,
        List<String> localAddresses)
        implements LinkSettingsBuilder.With {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_MESSAGE_BYTES = 65_536;

    /** Settings whose lists are copied. */
    public LinkSettings {
        dialects = List.copyOf(dialects);
        localAddresses = List.copyOf(localAddresses);
    }

    /** Time-out of 30 s, no pings, no tap, messages up to 64 KiB. */
    public static LinkSettings of(Vertx vertx, LabClock clock, ExchangeLog log, Ids ids, List<Dialect> dialects) {
        return new LinkSettings(
                vertx,
                clock,
                log,
                ids,
                dialects,
                CALL_TIMEOUT,
                Duration.ZERO,
                FrameTap.NONE,
                MAX_MESSAGE_BYTES,
                LinkKind.AUTO,
                List.of());
    }

    List<String> subprotocols() {
        return dialects.stream().map(Dialect::subprotocol).toList();
    }

    RpcSettings rpc() {
        return new RpcSettings(vertx, clock, log, ids, callTimeout);
    }
}
