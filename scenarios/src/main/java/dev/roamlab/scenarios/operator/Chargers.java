package dev.roamlab.scenarios.operator;

import dev.roamlab.cpo.CpoNode;
import dev.roamlab.cpo.sessions.Charge;
import dev.roamlab.cpo.stations.MappingRow;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.SimulatedStation;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The simulated chargers behind OCPI's EVSEs. */
final class Chargers {
    private final CpoNode cpo;
    private final Fleet fleet;
    private final LabClock clock;

    Chargers(CpoNode cpo, Fleet fleet, LabClock clock) {
        this.cpo = cpo;
        this.fleet = fleet;
        this.clock = clock;
    }

    /**
     * A connector that somebody can walk up to.
     *
     * @param number of the connector, from 1 across the station
     */
    record Spot(MappingRow row, SimulatedStation station, int number) {
        StationSnapshot.Connector state() {
            return station.state().connector(number);
        }

        /** Nobody uses it, nor another connector of its EVSE. */
        boolean isFree() {
            return station.state().accepted()
                    && station.state().connectors().stream()
                            .filter(connector -> connector.evse() == row.evseId())
                            .allMatch(connector -> !connector.plugged()
                                    && connector.transactionId().isEmpty());
        }
    }

    /** All connectors, in the order of the stations. */
    Future<List<Spot>> all() {
        return cpo.cpo()
                .mapping()
                .map(rows -> rows.stream().flatMap(row -> spot(row).stream()).toList());
    }

    /** The connector that a trigger names; the first of the EVSE when it names none. */
    Future<Spot> named(Params params) {
        CiString location = params.id("location_id");
        CiString evse = params.id("evse_uid");
        Optional<CiString> connector = params.optionalId("connector_id");
        return all().map(spots -> spots.stream()
                .filter(spot -> fits(spot.row(), Optional.of(location), Optional.of(evse), connector))
                .findFirst()
                .orElseThrow(() -> Refusal.bad(params.trigger() + ": no simulated charger stands at " + location + "/"
                        + evse + connector.map(id -> "/" + id).orElse("") + "; there are " + places(spots))));
    }

    static boolean fits(
            MappingRow row, Optional<CiString> location, Optional<CiString> evse, Optional<CiString> connector) {
        return location.filter(id -> !id.equals(row.locationId())).isEmpty()
                && evse.filter(uid -> !uid.equals(row.evseUid())).isEmpty()
                && connector.filter(id -> !id.equals(row.ocpiConnectorId())).isEmpty();
    }

    private static List<String> places(List<Spot> spots) {
        return spots.stream()
                .map(spot -> spot.row().locationId() + "/" + spot.row().evseUid() + "/"
                        + spot.row().ocpiConnectorId())
                .toList();
    }

    /** Where a session charges. */
    Future<Optional<Spot>> of(Charge charge) {
        var post = charge.place().post();
        return all().map(spots -> spots.stream()
                .filter(spot -> spot.row().stationId().equals(post.stationId())
                        && spot.row().evseId() == post.evseId()
                        && spot.row().connectorId() == post.connectorId())
                .findFirst());
    }

    private Optional<Spot> spot(MappingRow row) {
        return fleet.station(row.stationId()).map(station -> new Spot(row, station, number(station, row)));
    }

    private static int number(SimulatedStation station, MappingRow row) {
        return station.spec().model().evses().subList(0, row.evseId() - 1).stream()
                        .mapToInt(evse -> evse.connectors().size())
                        .sum()
                + row.connectorId();
    }

    /** Completes once a station is as wished; fails when it takes too long. */
    Future<Void> until(SimulatedStation station, Duration patience, Predicate<StationSnapshot> wish) {
        Promise<Void> reached = Promise.promise();
        Runnable watch = station.onChange(now -> {
            if (wish.test(now)) {
                reached.tryComplete();
            }
        });
        LabClock.Timer late = clock.schedule(
                patience,
                () -> reached.tryFail(new IllegalStateException(
                        "station " + station.chargePointId() + " has not got there within " + patience)));
        if (wish.test(station.state())) {
            reached.tryComplete();
        }
        return reached.future().onComplete(done -> {
            watch.run();
            late.cancel();
        });
    }
}
