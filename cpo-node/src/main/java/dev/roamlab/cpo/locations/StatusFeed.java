package dev.roamlab.cpo.locations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.partners.Audience;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.CiString;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Statuses of EVSEs on their way to partners. Each change is a PATCH of its own, as OCPI has it; but while one waits for its
 * turn, a newer one of the same EVSE takes its place. So no partner is owed more than one status for each EVSE, however slow
 * it is and however fast stations change, and what it is told last is how things stand. Used on the node's event loop only.
 */
final class StatusFeed {
    private final Audience audience;
    private final Map<Evse, Waiting> waiting = new HashMap<>();
    /** What waits at the end, of each location: only that may change in place, or changes would overtake each other. */
    private final Map<Place, Waiting> last = new HashMap<>();

    StatusFeed(Audience audience) {
        this.audience = audience;
    }

    /** A new status. @param changes the fields that changed, {@code last_updated} among them */
    record Change(
            CiString locationId,
            CiString evseUid,
            Status before,
            Status now,
            Map<String, String> path,
            ObjectNode changes) {}

    private record Place(String partnerId, CiString locationId) {}

    private record Evse(Place place, CiString evseUid) {}

    /** A PATCH that waits for its turn. */
    private static final class Waiting {
        private Change change;
        private Function<PartnerClient, Future<?>> whenRefused;
        private boolean overtaken;
        /** What the partner was told before. */
        private final Status told;

        Waiting(Status told, Change change, Function<PartnerClient, Future<?>> whenRefused) {
            this.told = told;
            this.change = change;
            this.whenRefused = whenRefused;
        }

        /** A PATCH carries what has changed: who was told "available" last need not hear of a charge that is over. */
        boolean isNews() {
            return !overtaken && change.now() != told;
        }
    }

    /** Tells all who take it. */
    void tell(Change change, Function<PartnerClient, Future<?>> whenRefused) {
        for (Partner partner : audience.takers(Locations.PATCH_EVSE)) {
            Evse evse = new Evse(new Place(partner.id(), change.locationId()), change.evseUid());
            Waiting before = waiting.get(evse);
            if (before != null && last.get(evse.place()) == before) {
                before.change = change;
                before.whenRefused = whenRefused;
                continue;
            }
            if (before != null) {
                before.overtaken = true;
            }
            queue(partner, evse, new Waiting(before == null ? change.before() : before.told, change, whenRefused));
        }
    }

    private void queue(Partner partner, Evse evse, Waiting now) {
        boolean queued = audience.deliver(
                partner.id(),
                Audience.what(Locations.PATCH_EVSE, now.change.path(), partner),
                client -> deliver(evse, now, client));
        if (queued) {
            waiting.put(evse, now);
            last.put(evse.place(), now);
        }
    }

    /** A partner has left, and what it was owed with it. */
    void forget(String partnerId) {
        waiting.keySet().removeIf(evse -> evse.place().partnerId().equals(partnerId));
        last.keySet().removeIf(place -> place.partnerId().equals(partnerId));
    }

    /** Something else about a location goes out: what follows must not be told before it. */
    void close(CiString locationId) {
        last.keySet().removeIf(place -> place.locationId().equals(locationId));
    }

    /** How many wait, for all partners. */
    int waiting() {
        return waiting.size();
    }

    private Future<?> deliver(Evse evse, Waiting now, PartnerClient client) {
        waiting.remove(evse, now);
        last.remove(evse.place(), now);
        return now.isNews()
                ? Audience.send(client, Locations.PATCH_EVSE, now.change.path(), now.change.changes(), now.whenRefused)
                : Future.succeededFuture();
    }
}
