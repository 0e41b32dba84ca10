package dev.roamlab.cpo;

import dev.roamlab.cpo.cdrs.CdrDelivery;
import dev.roamlab.cpo.commands.CommandDesk;
import dev.roamlab.cpo.commands.ReservationDesk;
import dev.roamlab.cpo.csms.Csms;
import dev.roamlab.cpo.csms.CsmsLink;
import dev.roamlab.cpo.csms.TransactionNumbers;
import dev.roamlab.cpo.gateway.CoreDesk;
import dev.roamlab.cpo.locations.LocationBook;
import dev.roamlab.cpo.locations.LocationsSender;
import dev.roamlab.cpo.partners.Audience;
import dev.roamlab.cpo.sessions.Charges;
import dev.roamlab.cpo.sessions.Drivers;
import dev.roamlab.cpo.sessions.Places;
import dev.roamlab.cpo.sessions.Pricing;
import dev.roamlab.cpo.sessions.SessionsSender;
import dev.roamlab.cpo.sessions.TransactionStarts;
import dev.roamlab.cpo.sessions.Transactions;
import dev.roamlab.cpo.stations.CommissionedStation;
import dev.roamlab.cpo.stations.Stations;
import dev.roamlab.cpo.stations.StationsPage;
import dev.roamlab.cpo.tariffs.TariffBook;
import dev.roamlab.cpo.tokens.Authorizer;
import dev.roamlab.cpo.tokens.CommandGrant;
import dev.roamlab.cpo.tokens.CommandGrants;
import dev.roamlab.cpo.tokens.RealTimeAuthorization;
import dev.roamlab.cpo.tokens.TokenCache;
import dev.roamlab.cpo.tokens.TokensReceiver;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.objects.Pull;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpp.link.SecurityGuard;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The CPO: central system for its stations on one side, OCPI on the other. One event loop owns all of it; who calls from
 * elsewhere goes through {@link #cpo} or {@link #ask}.
 */
public final class CpoNode extends VerticleBase {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    private final CpoSettings settings;
    private final LabContext lab;
    private final NodeClock clock;
    private @Nullable Parts parts;
    private @Nullable CsmsLink link;

    /** A node that starts when it is deployed. */
    public CpoNode(CpoSettings settings, LabContext lab) {
        this.settings = settings;
        this.lab = lab;
        this.clock = new NodeClock(lab.clock());
    }

    /** What the node is made of. Its members belong to the node's event loop. */
    public record Parts(
            Platform platform,
            LocationBook locations,
            TariffBook tariffs,
            TokenCache tokens,
            Pull<Token> tokensPull,
            Stations stations,
            Csms csms,
            CoreDesk gateways,
            Charges charges,
            CdrDelivery cdrs,
            ReservationDesk reservations) {}

    /** What has to be loaded before anything can be wired. */
    private record Loaded(
            Audience audience,
            ObjectCollection<Location> locations,
            TariffBook tariffs,
            TokenCache tokens,
            CommandGrants grants,
            ObjectCollection<CommissionedStation> stations,
            TransactionNumbers numbers,
            CdrDelivery cdrs) {}

    @Override
    public Future<?> start() {
        CsmsLink csmsLink = new CsmsLink(vertx, lab, settings.security());
        link = csmsLink;
        return Platform.open(vertx, settings.node(), lab, csmsLink::configure)
                .compose(platform -> load(platform).compose(loaded -> wire(platform, loaded, csmsLink)));
    }

    private Future<Loaded> load(Platform platform) {
        var audience = new Audience(platform);
        var locations = platform.collection("locations", Location.class);
        var tariffs = TariffBook.open(platform, audience);
        var tokens = platform.collection("tokens", Token.class).compose(TokenCache::open);
        var grants = platform.collection("grants", CommandGrant.class).compose(CommandGrants::open);
        var stations = platform.collection("stations", CommissionedStation.class);
        var numbers = platform.collection("numbers", TransactionNumbers.SetAside.class)
                .compose(TransactionNumbers::open);
        var cdrs = CdrDelivery.open(platform, audience, clock, settings.cdrRetry(), settings.cdrRetryMost());
        return Future.all(List.of(locations, tariffs, tokens, grants, stations, numbers, cdrs))
                .map(opened -> new Loaded(
                        audience,
                        locations.result(),
                        tariffs.result(),
                        tokens.result(),
                        grants.result(),
                        stations.result(),
                        numbers.result(),
                        cdrs.result()));
    }

    private Future<Void> wire(Platform platform, Loaded loaded, CsmsLink csmsLink) {
        var pricing = new Pricing(settings.currency());
        var locations = new LocationBook(loaded.locations(), loaded.audience(), clock);
        var stations = Stations.open(loaded.stations(), locations, clock);
        var charges = Charges.open(platform, clock, loaded.cdrs(), loaded.audience(), pricing, settings.periodsEvery());
        return Future.all(stations, charges).compose(opened -> {
            var realTime = new RealTimeAuthorization(platform);
            var authorizer = new Authorizer(loaded.tokens(), loaded.grants(), realTime, clock);
            var drivers = new Drivers(charges.result(), authorizer, clock);
            var places = new Places(locations, loaded.tariffs(), pricing);
            var starts = new TransactionStarts(platform, clock, charges.result(), drivers, places);
            var transactions = new Transactions(charges.result(), starts, settings.sessionUpdates());
            var csms = new Csms(vertx, settings, clock, stations.result(), drivers, transactions);
            csmsLink.serve(platform.host().server(), loaded.numbers(), csms);
            LocationsSender.serve(platform, locations);
            loaded.tariffs().serve(platform);
            SessionsSender.serve(platform, charges.result(), locations);
            loaded.cdrs().serve(platform);
            TokensReceiver.serve(platform.server(), loaded.tokens());
            platform.registration().onRegistered(loaded.cdrs()::retry);
            platform.registration().onUnregistered(loaded.cdrs()::forget);
            platform.registration().onUnregistered(locations::forget);
            var around = new CommandDesk.Surroundings(
                    locations, stations.result(), csms, charges.result(), places, loaded.grants(), loaded.numbers());
            return CommandDesk.open(platform, settings, clock, loaded.audience(), around)
                    .map(desk -> new Parts(
                            platform,
                            locations,
                            loaded.tariffs(),
                            loaded.tokens(),
                            loaded.tokens().pull(platform),
                            stations.result(),
                            csms,
                            new CoreDesk(
                                    vertx,
                                    new CoreDesk.Parts(
                                            csms,
                                            stations.result(),
                                            loaded.numbers(),
                                            clock,
                                            new SecurityGuard(settings.security()))),
                            charges.result(),
                            loaded.cdrs(),
                            desk))
                    .compose(this::open);
        });
    }

    private Future<Void> open(Parts wired) {
        parts = wired;
        var health = wired.platform().health();
        health.show("stations_connected", wired.stations()::connected);
        health.show("csms", () -> wired.csms().figures().shown());
        health.show("gateways", wired.gateways()::gateways);
        health.show("open_sessions", () -> wired.charges().all().size());
        health.show("waiting_cdrs", wired.cdrs()::waiting);
        if (isForThisMachine()) {
            new StationsPage(wired.stations()).mount(wired.platform().host().router());
        }
        return wired.platform()
                .listen()
                .compose(up ->
                        Objects.requireNonNull(link).listen(settings.node().host()))
                .onSuccess(up -> wired.cdrs().resume())
                .compose(up -> settings.gateways() ? wired.gateways().open() : Future.succeededFuture());
    }

    /** Behind a proxy every caller seems to be on this machine, so a list without password is not for a node that has one. */
    private boolean isForThisMachine() {
        boolean alone = LOOPBACK.contains(settings.node().host())
                && settings.node().publicUrl().isEmpty();
        return alone || settings.node().admin();
    }

    @Override
    public Future<?> stop() {
        clock.stop();
        Future<Void> disconnected = link == null ? Future.succeededFuture() : link.close();
        Parts wired = parts;
        return disconnected.transform(done ->
                wired == null ? Future.succeededFuture() : wired.platform().close());
    }

    /** What people, scenarios and the command line do with the node, from any thread. */
    public Cpo cpo() {
        return new Cpo(this);
    }

    /**
     * Asks the node for something, from any thread.
     *
     * @param question is put on the node's event loop
     */
    public <T> Future<T> ask(Function<Parts, Future<T>> question) {
        Parts wired = parts();
        return wired.platform().onContext(() -> question.apply(wired));
    }

    /** The port with TLS for stations; empty where they need none. */
    Optional<Integer> securePort() {
        return Optional.ofNullable(link).flatMap(CsmsLink::securePort);
    }

    Parts parts() {
        return Objects.requireNonNull(parts, "the node has not started");
    }
}
