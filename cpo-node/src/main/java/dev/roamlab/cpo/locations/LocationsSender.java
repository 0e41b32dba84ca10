package dev.roamlab.cpo.locations;

import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.ListEndpoint;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.LocationEdits;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.InvalidField;
import io.vertx.core.Future;

/** Locations as their owner serves them. Spec: mod_locations_cpo_interface. */
public final class LocationsSender {
    private final LocationBook locations;

    private LocationsSender(LocationBook locations) {
        this.locations = locations;
    }

    /** Puts the interface on the platform's server. */
    public static void serve(Platform platform, LocationBook locations) {
        LocationsSender sender = new LocationsSender(locations);
        platform.serveList(
                Locations.LIST,
                ListEndpoint.toAll(locations.stored(), platform.settings().pageLimit()));
        platform.server().serve(Locations.FETCH, call -> sender.location(call).map(Answer::of));
        platform.server()
                .serve(
                        Locations.FETCH_EVSE,
                        call -> sender.location(call).map(location -> Answer.of(evse(location, call))));
        platform.server()
                .serve(
                        Locations.FETCH_CONNECTOR,
                        call -> sender.location(call).map(location -> Answer.of(connector(location, call))));
    }

    private Future<Document<Location>> location(Call<Nothing> call) {
        return locations
                .find(id(call, "location_id"))
                .map(found -> found.orElseThrow(
                        () -> OcpiException.notFound("there is no location " + call.segment("location_id"))));
    }

    private static Document<Evse> evse(Document<Location> location, Call<Nothing> call) {
        return LocationEdits.evse(location, call.segment("evse_uid"))
                .orElseThrow(() -> OcpiException.notFound("there is no EVSE " + call.segment("evse_uid") + " at "
                        + location.value().id()));
    }

    private static Document<Connector> connector(Document<Location> location, Call<Nothing> call) {
        Document<Evse> evse = evse(location, call);
        return LocationEdits.connector(location, evse.value().uid().value(), call.segment("connector_id"))
                .orElseThrow(() -> OcpiException.notFound("there is no connector " + call.segment("connector_id")
                        + " at " + evse.value().uid()));
    }

    private static CiString id(Call<Nothing> call, String segment) {
        try {
            return new CiString(call.segment(segment));
        } catch (InvalidField odd) {
            throw OcpiException.notFound(segment + ": " + odd.rule());
        }
    }
}
