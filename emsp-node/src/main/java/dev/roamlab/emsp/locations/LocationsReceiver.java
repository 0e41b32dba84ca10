package dev.roamlab.emsp.locations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.emsp.Owned;
import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.LocationEdits;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Locations, receiver interface: CPOs tell us of locations, EVSEs and connectors. Spec: mod_locations_emsp_interface. */
public final class LocationsReceiver {
    private final Platform platform;
    private final ObjectCollection<Location> locations;

    /** Prepares the interface; {@link #serve} offers it. */
    public LocationsReceiver(Platform platform, ObjectCollection<Location> locations) {
        this.platform = platform;
        this.locations = locations;
    }

    /** Offers the interface. */
    public void serve() {
        var server = platform.server();
        server.serve(Locations.GET, call -> location(call).map(Answer::of));
        server.serve(Locations.GET_EVSE, this::getEvse);
        server.serve(Locations.GET_CONNECTOR, this::getConnector);
        server.serve(Locations.PUT, this::put);
        server.serve(Locations.PUT_EVSE, this::putEvse);
        server.serve(Locations.PUT_CONNECTOR, this::putConnector);
        server.serve(
                Locations.PATCH,
                call -> locations.patch(key(call), call.changes()).map(done -> Answer.done()));
        server.serve(Locations.PATCH_EVSE, this::patchEvse);
        server.serve(Locations.PATCH_CONNECTOR, this::patchConnector);
    }

    private Future<Answer<Evse>> getEvse(Call<Nothing> call) {
        return location(call)
                .map(location ->
                        LocationEdits.evse(location, uid(call)).map(Answer::of).orElseThrow(() -> noEvse(call)));
    }

    private Future<Answer<Connector>> getConnector(Call<Nothing> call) {
        return location(call)
                .map(location -> LocationEdits.connector(location, uid(call), connectorId(call))
                        .map(Answer::of)
                        .orElseThrow(() -> OcpiException.notFound(
                                "EVSE " + uid(call) + " has no connector " + connectorId(call) + " here")));
    }

    private Future<Answer<Nothing>> put(Call<Location> call) {
        Location location = call.object().value();
        Owned.requireSame(
                call.owner(), call.segment("location_id"), location.countryCode(), location.partyId(), location.id());
        return locations
                .put(key(call), Keys.scope(call.owner()), location.lastUpdated(), call.object())
                .map(created -> created ? Answer.created() : Answer.done());
    }

    private Future<Answer<Nothing>> putEvse(Call<Evse> call) {
        Document<Evse> evse = call.object();
        Owned.requireSameId(uid(call), evse.value().uid());
        AtomicBoolean isNew = new AtomicBoolean();
        return edit(call, evse.value().lastUpdated(), location -> {
                    isNew.set(LocationEdits.evse(location, uid(call)).isEmpty());
                    return Optional.of(LocationEdits.withEvse(location, evse));
                })
                .map(done -> isNew.get() ? Answer.created() : done);
    }

    private Future<Answer<Nothing>> putConnector(Call<Connector> call) {
        Document<Connector> connector = call.object();
        Owned.requireSameId(connectorId(call), connector.value().id());
        AtomicBoolean isNew = new AtomicBoolean();
        return edit(call, connector.value().lastUpdated(), location -> {
                    isNew.set(LocationEdits.connector(location, uid(call), connectorId(call))
                            .isEmpty());
                    return LocationEdits.withConnector(location, uid(call), connector);
                })
                .map(done -> isNew.get() ? Answer.created() : done);
    }

    private Future<Answer<Nothing>> patchEvse(Call<Evse> call) {
        ObjectNode changes = call.changes();
        Instant moment = ObjectCollection.lastUpdated(changes);
        return edit(call, moment, location -> LocationEdits.patchEvse(location, uid(call), changes, moment));
    }

    private Future<Answer<Nothing>> patchConnector(Call<Connector> call) {
        ObjectNode changes = call.changes();
        Instant moment = ObjectCollection.lastUpdated(changes);
        return edit(
                call,
                moment,
                location -> LocationEdits.patchConnector(location, uid(call), connectorId(call), changes));
    }

    private Future<Answer<Nothing>> edit(Call<?> call, Instant moment, Edit edit) {
        return locations
                .change(key(call), moment, location -> {
                    try {
                        return edit.apply(location).orElseThrow(() -> noEvse(call));
                    } catch (InvalidObject invalid) {
                        throw OcpiException.invalid(invalid);
                    }
                })
                .map(changed -> {
                    if (changed.isEmpty()) {
                        throw OcpiException.unknownLocation("location " + call.segment("location_id")
                                + " is unknown here; send it first, with PUT");
                    }
                    return Answer.done();
                });
    }

    private Future<Document<Location>> location(Call<?> call) {
        return locations
                .find(key(call))
                .map(found -> found.orElseThrow(
                        () -> OcpiException.notFound("location " + call.segment("location_id") + " is unknown here")));
    }

    private static String key(Call<?> call) {
        return Keys.of(call.owner(), call.segment("location_id"));
    }

    private static String uid(Call<?> call) {
        return call.segment("evse_uid");
    }

    private static String connectorId(Call<?> call) {
        return call.segment("connector_id");
    }

    private static OcpiException noEvse(Call<?> call) {
        return OcpiException.notFound(
                "location " + call.segment("location_id") + " has no EVSE " + uid(call) + " or connector here");
    }

    private interface Edit {
        Optional<Document<Location>> apply(Document<Location> location) throws InvalidObject;
    }
}
