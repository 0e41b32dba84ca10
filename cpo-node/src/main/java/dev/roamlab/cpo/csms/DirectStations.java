package dev.roamlab.cpo.csms;

import dev.roamlab.cpo.stations.StationWay;
import dev.roamlab.ocpp.link.Admission;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.CsmsHandler;
import dev.roamlab.ocpp.link.Handshake;
import dev.roamlab.ocpp.link.SecurityGuard;
import dev.roamlab.ocpp.link.StationConnection;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import io.vertx.core.Future;

/** The stations at the node's own port. */
final class DirectStations implements CsmsHandler {
    private final Csms csms;
    private final SecurityGuard guard;

    DirectStations(Csms csms, SecurityGuard guard) {
        this.csms = csms;
        this.guard = guard;
    }

    @Override
    public Future<Admission> admit(Handshake handshake) {
        return guard.objection(handshake)
                .<Future<Admission>>map(Future::succeededFuture)
                .orElseGet(() -> csms.admit(handshake));
    }

    @Override
    public void opened(StationConnection connection) {
        csms.opened(new Way(connection));
    }

    @Override
    public Future<? extends Response> on(StationConnection connection, StationCall<?> call) {
        return csms.on(connection.stationId(), call);
    }

    @Override
    public void closed(StationConnection connection, Close close) {
        csms.closed(new Way(connection), close.toString());
    }

    /** A connection as the rest of the node sees it. */
    private record Way(StationConnection connection) implements StationWay {
        @Override
        public String stationId() {
            return connection.stationId();
        }

        @Override
        public String remoteAddress() {
            return connection.remoteAddress();
        }

        @Override
        public String version() {
            return connection.version();
        }

        @Override
        public <R extends Response> Future<R> call(CsmsCall<R> request) {
            return connection.call(request);
        }

        @Override
        public void close(String reason) {
            connection.close(reason);
        }
    }
}
