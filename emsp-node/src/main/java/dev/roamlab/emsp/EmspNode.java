package dev.roamlab.emsp;

import dev.roamlab.emsp.cdrs.CdrReview;
import dev.roamlab.emsp.cdrs.CdrsReceiver;
import dev.roamlab.emsp.commands.CommandsSender;
import dev.roamlab.emsp.locations.LocationsReceiver;
import dev.roamlab.emsp.sessions.SessionsReceiver;
import dev.roamlab.emsp.tariffs.TariffsReceiver;
import dev.roamlab.emsp.tokens.Drivers;
import dev.roamlab.emsp.tokens.TokensSender;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.objects.Pull;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.Tariffs;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The eMSP: drivers and their tokens on one side, what the CPOs tell on the other. One event loop owns all of it; who calls
 * from elsewhere goes through {@link #ask}.
 */
public final class EmspNode extends VerticleBase {
    private final NodeSettings settings;
    private final LabContext lab;
    private final Sync sync;
    private @Nullable Parts parts;

    /** A node that starts when it is deployed. */
    public EmspNode(NodeSettings settings, LabContext lab, Sync sync) {
        this.settings = settings;
        this.lab = lab;
        this.sync = sync;
    }

    /** Whether a new partner's tariffs and locations are fetched without being asked for. */
    public enum Sync {
        ON_REGISTRATION,
        ON_REQUEST
    }

    /** What the node is made of. Its members belong to the node's event loop. */
    public record Parts(
            Platform platform,
            Drivers drivers,
            ObjectCollection<Location> locations,
            ObjectCollection<Tariff> tariffs,
            ObjectCollection<Session> sessions,
            ObjectCollection<Cdr> cdrs,
            Pull<Location> locationsPull,
            Pull<Tariff> tariffsPull,
            CommandsSender commands,
            CdrReview review) {}

    @Override
    public Future<?> start() {
        return Platform.open(vertx, settings, lab).compose(platform -> {
            var drivers = Drivers.open(platform);
            var locations = platform.collection("locations", Location.class);
            var tariffs = platform.collection("tariffs", Tariff.class);
            var sessions = platform.collection("sessions", Session.class);
            var cdrs = platform.collection("cdrs", Cdr.class);
            return Future.all(drivers, locations, tariffs, sessions, cdrs)
                    .map(opened -> wire(
                            platform,
                            drivers.result(),
                            locations.result(),
                            tariffs.result(),
                            sessions.result(),
                            cdrs.result()))
                    .compose(wired -> platform.listen());
        });
    }

    private Parts wire(
            Platform platform,
            Drivers drivers,
            ObjectCollection<Location> locations,
            ObjectCollection<Tariff> tariffs,
            ObjectCollection<Session> sessions,
            ObjectCollection<Cdr> cdrs) {
        new TokensSender(platform, drivers).serve();
        new LocationsReceiver(platform, locations).serve();
        new TariffsReceiver(platform, tariffs).serve();
        new SessionsReceiver(platform, sessions).serve();
        new CdrsReceiver(platform, cdrs).serve();
        var commands = new CommandsSender(platform);
        commands.serve();
        var wired = new Parts(
                platform,
                drivers,
                locations,
                tariffs,
                sessions,
                cdrs,
                Pull.into(locations, platform, Locations.LIST, EmspNode::identity),
                Pull.into(tariffs, platform, Tariffs.LIST, EmspNode::identity),
                commands,
                new CdrReview(cdrs, sessions, tariffs, locations));
        parts = wired;
        showHealth(wired);
        if (sync == Sync.ON_REGISTRATION) {
            platform.registration().onRegistered(partner -> synchronise(wired, partner));
        }
        return wired;
    }

    /** Tariffs first, so that the locations' connectors name tariffs that are known. */
    private static void synchronise(Parts parts, Partner partner) {
        var deliveries = parts.platform().deliveries();
        deliveries.add(
                partner.id(), "pull of tariffs", () -> parts.tariffsPull().full(partner));
        deliveries.add(
                partner.id(), "pull of locations", () -> parts.locationsPull().full(partner));
    }

    private static void showHealth(Parts parts) {
        var health = parts.platform().health();
        health.show("changes_of_locations", () -> parts.locations().raw().version());
        health.show("changes_of_sessions", () -> parts.sessions().raw().version());
        health.show("changes_of_cdrs", () -> parts.cdrs().raw().version());
    }

    @Override
    public Future<?> stop() {
        Parts wired = parts;
        return wired == null ? Future.succeededFuture() : wired.platform().close();
    }

    /**
     * Asks the node for something, from any thread.
     *
     * @param question is put on the node's event loop
     */
    public <T> Future<T> ask(Function<Parts, Future<T>> question) {
        Parts wired = parts();
        Supplier<Future<T>> work = () -> question.apply(wired);
        return wired.platform().onContext(work);
    }

    /** Where partners find our versions. */
    public String versionsUrl() {
        return parts().platform().server().versionsUrl();
    }

    private Parts parts() {
        return Objects.requireNonNull(parts, "the node has not started");
    }

    private static Pull.Identity identity(Location location) {
        return new Pull.Identity(
                new Party(location.countryCode(), location.partyId()),
                location.id().value(),
                location.lastUpdated());
    }

    private static Pull.Identity identity(Tariff tariff) {
        return new Pull.Identity(
                new Party(tariff.countryCode(), tariff.partyId()), tariff.id().value(), tariff.lastUpdated());
    }
}
