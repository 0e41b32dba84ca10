package dev.roamlab.node;

import dev.roamlab.lab.SteppedClock;
import dev.roamlab.node.docs.OcpiDocs;
import dev.roamlab.node.faults.FaultAdmin;
import dev.roamlab.node.faults.FaultSwitch;
import dev.roamlab.node.host.Deliveries;
import dev.roamlab.node.host.Health;
import dev.roamlab.node.host.HttpHost;
import dev.roamlab.node.objects.ListEndpoint;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.registration.Partners;
import dev.roamlab.node.registration.Registration;
import dev.roamlab.node.store.Store;
import dev.roamlab.node.store.Stores;
import dev.roamlab.ocpi.http.OcpiClient;
import dev.roamlab.ocpi.http.OcpiServer;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.partner.Partner;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of a node that is the same for every role: port, store, partners, registration, server and client. A node opens
 * it in its verticle's start, adds its own modules, and then lets it listen.
 *
 * <p>Everything here belongs to the event loop of that verticle.
 */
public final class Platform {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final NodeSettings settings;
    private final LabContext lab;
    private final Context context;
    private final HttpHost host;
    private final Store store;
    private final Partners partners;
    private final FaultSwitch faults;
    private final OcpiServer server;
    private final OcpiClient client;
    private final Registration registration;
    private final Deliveries deliveries;
    private final Health health;

    private Platform(
            Vertx vertx,
            NodeSettings settings,
            LabContext lab,
            Store store,
            Partners partners,
            UnaryOperator<HttpServerOptions> http) {
        this.settings = settings;
        this.lab = lab;
        this.store = store;
        this.partners = partners;
        this.context = vertx.getOrCreateContext();
        this.host = new HttpHost(vertx, settings, http);
        String label = settings.party().toString();
        this.faults = new FaultSwitch(settings.name());
        this.client =
                new OcpiClient(vertx, label, lab.ids(), lab.clock(), lab.log(), settings.partnerTimeout(), faults);
        this.server = new OcpiServer(
                new OcpiServer.Settings(
                        label,
                        "/ocpi/" + settings.name(),
                        host::publicUrl,
                        settings::parties,
                        settings.versions(),
                        settings.maxBodyBytes()),
                partners,
                lab.clock(),
                lab.log(),
                faults);
        this.registration = new Registration(settings, partners, server, client, lab.ids(), lab.clock());
        this.deliveries = new Deliveries(lab.clock());
        this.health = new Health(settings.name());
    }

    /** Opens the store and loads who we know. Called on the verticle's context. */
    public static Future<Platform> open(Vertx vertx, NodeSettings settings, LabContext lab) {
        return open(vertx, settings, lab, options -> options);
    }

    /** As {@link #open(Vertx, NodeSettings, LabContext)}, with other options for the HTTP server. */
    public static Future<Platform> open(
            Vertx vertx, NodeSettings settings, LabContext lab, UnaryOperator<HttpServerOptions> http) {
        if (lab.clock() instanceof SteppedClock stepped) {
            stepped.include(vertx.getOrCreateContext());
        }
        return Stores.open(vertx, settings.store())
                .compose(store -> Partners.open(store, settings.name(), lab.clock())
                        .map(partners -> new Platform(vertx, settings, lab, store, partners, http)));
    }

    /** Starts to listen; the node's own modules must be on the server by now. */
    public Future<Void> listen() {
        registration.serve();
        registration.onUnregistered(partner -> deliveries.forget(partner.id()));
        health.show("partners", () -> partners.all().size());
        health.show("waiting_deliveries", deliveries::waiting);
        health.mount(host.router());
        settings.faults().forEach(faults::set);
        if (settings.admin()) {
            new FaultAdmin(settings.name(), faults).mount(host.router());
        }
        new OcpiDocs(settings, server).mount(host.router());
        server.mount(host.router());
        return host.start()
                .onSuccess(up -> LOG.info("{} listens, versions at {}", settings.name(), server.versionsUrl()));
    }

    /** Finishes what is under way, then closes everything. */
    public Future<Void> close() {
        health.stopping();
        LOG.info("{} is stopping: finishing requests under way", settings.name());
        return host.stop()
                .transform(stopped -> client.close())
                .transform(stopped -> store.close())
                .onSuccess(closed -> LOG.info("{} has stopped", settings.name()));
    }

    /** Does something on the node's event loop, for callers that are not on it. */
    public <T> Future<T> onContext(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(go -> {
            try {
                work.get().onComplete(promise);
            } catch (RuntimeException thrown) {
                promise.fail(thrown);
            }
        });
        return promise.future();
    }

    /** Opens a collection of this node. */
    public <T extends Record> Future<ObjectCollection<T>> collection(String name, Class<T> type) {
        return ObjectCollection.open(store, settings.name() + "." + name, type, lab.clock());
    }

    /** Serves a list. */
    public <T extends Record> void serveList(Operation<Nothing, T> operation, ListEndpoint<T> list) {
        server.serve(operation, list::answer);
    }

    /** Calls a partner in the name of our first party. */
    public PartnerClient calling(Partner partner) {
        return new PartnerClient(client, partner, settings.party());
    }

    /** What the node was told at its start. */
    public NodeSettings settings() {
        return settings;
    }

    /** Clock, log and ids of the lab. */
    public LabContext lab() {
        return lab;
    }

    /** The node's port. */
    public HttpHost host() {
        return host;
    }

    /** The node's store, for batches over several collections. */
    public Store store() {
        return store;
    }

    /** Who may call us, and whom we may call. */
    public Partners partners() {
        return partners;
    }

    /** The node's OCPI server. */
    public OcpiServer server() {
        return server;
    }

    /** What the node does wrong on purpose; can be switched from any thread. */
    public FaultSwitch faults() {
        return faults;
    }

    /** The exchange of credentials. */
    public Registration registration() {
        return registration;
    }

    /** What is due to partners. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** The node's health page. */
    public Health health() {
        return health;
    }
}
