package dev.roamlab.cpo.commands;

import dev.roamlab.cpo.locations.LocationBook;
import dev.roamlab.cpo.stations.MappingRow;
import dev.roamlab.cpo.stations.Station;
import dev.roamlab.cpo.stations.StationWay;
import dev.roamlab.cpo.stations.Stations;
import dev.roamlab.ocpi.http.StatusCode;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.types.CiString;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the connector that a command means; futures fail with {@link CommandRefused}. */
final class Targets {
    private final LocationBook locations;
    private final Stations stations;

    Targets(LocationBook locations, Stations stations) {
        this.locations = locations;
        this.stations = stations;
    }

    /** A connector with a station that can be asked. */
    record Target(MappingRow row, Station station, StationWay way) {}

    /** The connector at a location; when no EVSE is named, one that can do it, free ones first. */
    Future<Target> find(
            CiString locationId, Optional<CiString> evseUid, Optional<CiString> connectorId, Capability needed) {
        return locations.find(locationId).map(found -> {
            Location location = found.orElseThrow(() -> CommandRefused.rejected(
                            StatusCode.UNKNOWN_LOCATION, "location_id: there is no location " + locationId))
                    .value();
            return evseUid.isPresent() ? at(evse(location, evseUid.get()), connectorId, needed) : any(location, needed);
        });
    }

    private static Evse evse(Location location, CiString uid) {
        return location.evse(uid)
                .filter(evse -> evse.status() != Status.REMOVED)
                .orElseThrow(() -> CommandRefused.rejected(
                        StatusCode.INVALID_PARAMETERS, "evse_uid: there is no EVSE " + uid + " at " + location.id()));
    }

    private Target at(Evse evse, Optional<CiString> connectorId, Capability needed) {
        connectorId.filter(id -> evse.connector(id).isEmpty()).ifPresent(id -> {
            throw CommandRefused.rejected(
                    StatusCode.INVALID_PARAMETERS, "connector_id: there is no connector " + id + " at " + evse.uid());
        });
        if (!evse.capabilities().contains(needed)) {
            throw CommandRefused.notSupported("EVSE " + evse.uid() + " is not " + needed);
        }
        boolean connectorDue = needed.equals(Capability.REMOTE_START_STOP_CAPABLE)
                && evse.capabilities().contains(Capability.START_SESSION_CONNECTOR_REQUIRED);
        if (connectorDue && connectorId.isEmpty()) {
            throw CommandRefused.rejected(
                    StatusCode.NOT_ENOUGH_INFORMATION, "connector_id: EVSE " + evse.uid() + " requires it");
        }
        return connected(evse.uid(), connectorId)
                .orElseThrow(() -> CommandRefused.rejected("the station of EVSE " + evse.uid() + " is not connected"));
    }

    private Target any(Location location, Capability needed) {
        List<Evse> able = location.evses().stream()
                .filter(evse -> evse.status() != Status.REMOVED)
                .filter(evse -> evse.capabilities().contains(needed))
                .filter(evse -> !evse.capabilities().contains(Capability.START_SESSION_CONNECTOR_REQUIRED))
                .sorted(Comparator.comparing(evse -> evse.status() != Status.AVAILABLE))
                .toList();
        if (able.isEmpty()) {
            throw CommandRefused.notSupported("no EVSE at " + location.id() + " is " + needed);
        }
        return able.stream()
                .flatMap(evse -> connected(evse.uid(), Optional.empty()).stream())
                .findFirst()
                .orElseThrow(() -> CommandRefused.rejected("no station at " + location.id() + " is connected"));
    }

    private Optional<Target> connected(CiString evseUid, Optional<CiString> connectorId) {
        return stations.row(evseUid, connectorId)
                .flatMap(row ->
                        connected(row.stationId()).map(target -> new Target(row, target.station(), target.way())));
    }

    private Optional<Connected> connected(String stationId) {
        return stations.find(stationId)
                .flatMap(station -> station.connection().map(way -> new Connected(station, way)));
    }

    /** A station's way; fails when it is not connected. */
    StationWay way(String stationId) {
        return connected(stationId)
                .orElseThrow(() -> CommandRefused.rejected("station " + stationId + " is not connected"))
                .way();
    }

    private record Connected(Station station, StationWay way) {}
}
