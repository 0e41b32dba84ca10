package dev.roamlab.cpo.locations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cpo.partners.Audience;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.store.Entry;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.LocationEdits;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.CiString;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CPO's own locations. Every change gets a new {@code last_updated}, its parents with it, and goes out to the partners.
 * Used on the node's event loop only. Spec: mod_locations_flow_and_lifecycle.
 */
public final class LocationBook {
    private static final int BATCH = 1000;

    private final ObjectCollection<Location> stored;
    private final Audience audience;
    private final LabClock clock;
    private final StatusFeed feed;
    /** What is known of EVSEs' statuses without asking the store: most of what stations tell is nothing new. */
    private final Map<CiString, Map<CiString, Status>> statuses = new HashMap<>();

    /** @param stored the node's collection of locations */
    public LocationBook(ObjectCollection<Location> stored, Audience audience, LabClock clock) {
        this.stored = stored;
        this.audience = audience;
        this.clock = clock;
        this.feed = new StatusFeed(audience);
    }

    /** Adds a location or replaces the one with its id, and tells the partners. */
    public Future<Void> add(Document<Location> location) {
        changing(location.value().id());
        return stored.put(key(location.value().id()), "", location.value().lastUpdated(), location)
                .onSuccess(saved -> {
                    changing(location.value().id());
                    audience.put(Locations.PUT, path(location.value()), location);
                })
                .mapEmpty();
    }

    /** Adds many locations without telling anybody: for the time before there are partners. */
    public Future<Void> load(List<Document<Location>> locations) {
        Future<Void> done = Future.succeededFuture();
        for (int from = 0; from < locations.size(); from += BATCH) {
            List<Entry> batch = locations.subList(from, Math.min(from + BATCH, locations.size())).stream()
                    .map(LocationBook::entry)
                    .toList();
            done = done.compose(before -> stored.putAll(batch));
        }
        return done;
    }

    /** The location with an id. */
    public Future<Optional<Document<Location>>> find(CiString id) {
        return stored.find(key(id));
    }

    /** The first locations, in the order in which they were added. */
    public Future<List<Document<Location>>> first(int limit) {
        return stored.first(limit, "");
    }

    /** How many locations there are. */
    public Future<Long> count() {
        return stored.count();
    }

    /** The stored objects, to be listed. */
    public ObjectCollection<Location> stored() {
        return stored;
    }

    /**
     * Sets an EVSE's status and tells the partners, unless it is that already. An EVSE that was removed stays removed.
     *
     * @return whether it changed
     */
    public Future<Boolean> setStatus(CiString locationId, CiString evseUid, Status status) {
        if (statuses.getOrDefault(locationId, Map.of()).get(evseUid) == status) {
            return Future.succeededFuture(false);
        }
        return find(locationId).compose(found -> {
            Optional<Status> before = found.flatMap(location -> location.value().evse(evseUid))
                    .map(Evse::status)
                    .filter(old -> old != status && old != Status.REMOVED);
            return before.isPresent()
                    ? turn(locationId, evseUid, before.get(), status).map(true)
                    : Future.succeededFuture(false);
        });
    }

    private Future<Void> turn(CiString locationId, CiString evseUid, Status before, Status status) {
        Instant now = clock.instant();
        ObjectNode changes = Json.object().put("status", status.name()).put("last_updated", DateTimes.format(now));
        return stored.change(
                        key(locationId), now, location -> edited(location, evseUid, Optional.empty(), changes, now))
                .map(changed -> changed.orElseThrow(() -> notOurs(locationId)))
                .onSuccess(location -> {
                    statuses.computeIfAbsent(locationId, id -> new HashMap<>(2)).put(evseUid, status);
                    Map<String, String> path = evsePath(location.value(), evseUid);
                    feed.tell(
                            new StatusFeed.Change(locationId, evseUid, before, status, path, changes),
                            partner -> lookAndSend(partner, Locations.GET_EVSE, path, location));
                })
                .mapEmpty();
    }

    /** A change of another kind: what is known of its EVSEs is void, and status changes from now on come behind it. */
    private void changing(CiString locationId) {
        statuses.remove(locationId);
        feed.close(locationId);
    }

    /** Takes an EVSE out of service for good: it stays, with status REMOVED. Spec: evse_delete_with_status_update. */
    public Future<Void> removeEvse(CiString locationId, CiString evseUid) {
        return change(locationId, evseUid, Optional.empty(), Json.object().put("status", Status.REMOVED.name()));
    }

    /**
     * Changes fields of a location itself and tells the partners; null takes a field away. What is gone cannot be said by
     * PATCH, so the location then goes whole.
     */
    public Future<Void> amend(CiString locationId, ObjectNode fields) {
        changing(locationId);
        Instant now = clock.instant();
        ObjectNode changes = fields.deepCopy().put("last_updated", DateTimes.format(now));
        boolean fieldGone =
                fields.properties().stream().anyMatch(field -> field.getValue().isNull());
        return stored.change(key(locationId), now, location -> merged(location, changes))
                .map(changed -> changed.orElseThrow(() -> notOurs(locationId)))
                .onSuccess(location -> {
                    changing(locationId);
                    if (fieldGone) {
                        audience.put(Locations.PUT, path(location.value()), location);
                    } else {
                        Map<String, String> path = path(location.value());
                        audience.patch(
                                Locations.PATCH,
                                path,
                                changes,
                                partner -> lookAndSend(partner, Locations.GET, path, location));
                    }
                })
                .mapEmpty();
    }

    /** A partner has left: what it was owed is owed no more. */
    public void forget(Partner partner) {
        feed.forget(partner.id());
    }

    private static Document<Location> merged(Document<Location> location, ObjectNode changes) {
        try {
            return location.merge(changes);
        } catch (InvalidObject invalid) {
            throw new IllegalArgumentException(invalid.getMessage(), invalid);
        }
    }

    private static IllegalArgumentException notOurs(CiString locationId) {
        return new IllegalArgumentException("location " + locationId + ": not one of ours");
    }

    /** Says which tariffs a connector has from now on. */
    public Future<Void> setTariffs(
            CiString locationId, CiString evseUid, CiString connectorId, List<CiString> tariffIds) {
        ObjectNode changes = Json.object();
        ArrayNode ids = changes.putArray("tariff_ids");
        tariffIds.forEach(id -> ids.add(id.value()));
        return change(locationId, evseUid, Optional.of(connectorId), changes);
    }

    private Future<Void> change(
            CiString locationId, CiString evseUid, Optional<CiString> connectorId, ObjectNode changes) {
        changing(locationId);
        Instant now = clock.instant();
        changes.put("last_updated", DateTimes.format(now));
        return stored.change(key(locationId), now, location -> edited(location, evseUid, connectorId, changes, now))
                .map(changed -> changed.orElseThrow(() -> notOurs(locationId)))
                .onSuccess(location -> tell(location, evseUid, connectorId, changes))
                .mapEmpty();
    }

    private static Document<Location> edited(
            Document<Location> location,
            CiString evseUid,
            Optional<CiString> connectorId,
            ObjectNode changes,
            Instant now) {
        try {
            Optional<Document<Location>> edited = connectorId.isPresent()
                    ? LocationEdits.patchConnector(
                            location, evseUid.value(), connectorId.get().value(), changes)
                    : LocationEdits.patchEvse(location, evseUid.value(), changes, now);
            return edited.orElseThrow(() -> new IllegalArgumentException("location "
                    + location.value().id() + ": no EVSE " + evseUid
                    + connectorId.map(id -> " with a connector " + id).orElse("")));
        } catch (InvalidObject invalid) {
            throw new IllegalArgumentException(invalid.getMessage(), invalid);
        }
    }

    private void tell(
            Document<Location> location, CiString evseUid, Optional<CiString> connectorId, ObjectNode changes) {
        changing(location.value().id());
        Map<String, String> path = evsePath(location.value(), evseUid);
        if (connectorId.isPresent()) {
            path.put("connector_id", connectorId.get().value());
            audience.patch(
                    Locations.PATCH_CONNECTOR,
                    path,
                    changes,
                    partner -> lookAndSend(partner, Locations.GET_CONNECTOR, path, location));
        } else {
            audience.patch(
                    Locations.PATCH_EVSE,
                    path,
                    changes,
                    partner -> lookAndSend(partner, Locations.GET_EVSE, path, location));
        }
    }

    /**
     * A partner that refused a change is asked what it has. One that does not have the part gets the location whole, as it was
     * with this change: later ones are on their way. Spec: transport_and_format_patch, mod_locations_patch_method.
     */
    private static <R extends Record> Future<?> lookAndSend(
            PartnerClient partner, Operation<Nothing, R> get, Map<String, String> path, Document<Location> location) {
        return partner.call(get, path, "")
                .<Void>mapEmpty()
                .recover(failure -> Audience.isUnknown(failure)
                        ? partner.call(Locations.PUT, path(location.value()), "", location)
                                .mapEmpty()
                        : Future.failedFuture(failure));
    }

    private static Map<String, String> evsePath(Location location, CiString evseUid) {
        Map<String, String> path = path(location);
        path.put("evse_uid", evseUid.value());
        return path;
    }

    private static Map<String, String> path(Location location) {
        Map<String, String> path = new HashMap<>();
        path.put("country_code", location.countryCode().value());
        path.put("party_id", location.partyId().value());
        path.put("location_id", location.id().value());
        return path;
    }

    private static Entry entry(Document<Location> location) {
        return new Entry(key(location.value().id()), "", location.value().lastUpdated(), location.text());
    }

    static String key(CiString id) {
        return Keys.fold(id.value());
    }
}
