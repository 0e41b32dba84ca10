package dev.roamlab.control.fleets;

import static dev.roamlab.control.http.Tags.EVENTS;

import dev.roamlab.control.chargers.Views;
import dev.roamlab.control.events.EventRing;
import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Operation;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.http.Reply;
import dev.roamlab.control.shape.Says;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.FleetFigures;
import dev.roamlab.station.fleet.RoundTrips;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Instant;

/** All chargers in figures. */
public final class Figures {
    private static final Operation<Nothing, Nothing, FiguresView> SHOW = Operation.of(
                    HttpMethod.GET, "/figures", "getFigures", EVENTS)
            .says("Shows how all chargers stand, in figures.", "Cheap enough to be asked for every second.")
            .answers(FiguresView.class);

    private final Fleet fleet;
    private final EventRing ring;
    private final Clock clock;

    /** For the chargers of one process. */
    public Figures(Fleet fleet, EventRing ring, Clock clock) {
        this.fleet = fleet;
        this.ring = ring;
        this.clock = clock;
    }

    /** How all chargers stand. */
    @Says("How all chargers stand. What is counted is counted from the start.")
    record FiguresView(
            @Says("When this was so.") Instant at,
            int chargers,
            @Says("Whose connection stands.") int connected,

            @Says("Whom the central system has accepted, too.")
            int accepted,

            @Says("Who wait before they try again.") int backingOff,
            @Says("Transactions under way.") int charging,

            @Says("What flows, as of each charger's last event.")
            double powerKw,

            @Says("Frames that left.") long sent,
            @Says("Frames that arrived.") long received,
            @Says("Calls that were not answered in time.") long timeouts,

            @Says("Calls that were refused, or answered against the rules.")
            long callErrors,

            @Says("Connections made.") long connects,

            @Says("Those of them that were not a charger's first.")
            long reconnects,

            @Says("Attempts to connect that failed.") long refusals,

            @Says("Connections that ended though the charger had not closed them.")
            long losses,

            long transactionsEnded,

            @Says("Messages about transactions that are not confirmed yet.")
            long unconfirmed,

            @Says("From a call to its answer.") RoundTripsView roundTrips,

            @Says("Events told so far; the id of the newest.")
            long events) {}

    /** How long answers took. */
    @Says("How long answers took.")
    record RoundTripsView(long count, double p50Ms, double p95Ms, double p99Ms) {}

    /** Offers the operation. */
    public void serve(ApiServer api) {
        api.serve(SHOW, call -> Future.succeededFuture(Reply.of(view(fleet.figures()))));
    }

    private FiguresView view(FleetFigures figures) {
        return new FiguresView(
                clock.instant(),
                figures.stations(),
                figures.connected(),
                figures.accepted(),
                figures.backingOff(),
                figures.charging(),
                Views.kilo(figures.watts()),
                figures.sent(),
                figures.received(),
                figures.timeouts(),
                figures.callErrors(),
                figures.connects(),
                figures.reconnects(),
                figures.refusals(),
                figures.losses(),
                figures.transactionsEnded(),
                figures.unconfirmed(),
                view(figures.roundTrips()),
                ring.last());
    }

    private static RoundTripsView view(RoundTrips trips) {
        return new RoundTripsView(trips.count(), millis(trips, 0.5), millis(trips, 0.95), millis(trips, 0.99));
    }

    private static double millis(RoundTrips trips, double share) {
        return trips.percentile(share).toNanos() / 1000 / 1000.0;
    }
}
