package dev.roamlab.cpo.csms;

import dev.roamlab.node.LabContext;
import dev.roamlab.ocpp.link.CsmsHandler;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.link.OcppServer;
import dev.roamlab.ocpp.v16.DialectV16;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;

/** Opens the node's HTTP port to stations, at {@code /ocpp/{stationId}}. */
public final class CsmsLink {
    private final LinkSettings settings;

    /** A link that speaks OCPP 1.6. */
    public CsmsLink(Vertx vertx, LabContext lab) {
        this.settings = LinkSettings.of(vertx, lab.clock(), lab.log(), lab.ids(), List.of(new DialectV16()));
    }

    /** Changes the server's options as the link needs them. */
    public HttpServerOptions configure(HttpServerOptions options) {
        return OcppServer.configure(options, settings);
    }

    /** Serves stations on a server that does not listen yet. */
    public void serve(HttpServer server, TransactionNumbers numbers, CsmsHandler handler) {
        new OcppServer(settings, numbers::next, handler).attach(server);
    }
}
