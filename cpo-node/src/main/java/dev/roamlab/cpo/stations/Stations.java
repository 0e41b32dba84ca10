package dev.roamlab.cpo.stations;

import dev.roamlab.cpo.locations.LocationBook;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpp.messages.ChargingStationInfo;
import dev.roamlab.ocpp.messages.ChargingStationInfoBuilder;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The CPO's stations, and the way between OCPP's numbers and OCPI's ids in both directions. Used on the node's event loop
 * only.
 */
public final class Stations {
    private static final int MOST = 1_000_000;
    private static final int MOST_WORDS = 10_000;

    private final LocationBook locations;
    private final LabClock clock;
    private final StationSaves saves;
    /** Thousands of stations of the same make: what they say of themselves is kept once. */
    private final Map<String, String> words = new HashMap<>();

    private final NavigableMap<String, Station> byId = new TreeMap<>();
    private final Map<CiString, MappingRow> byEvse = new HashMap<>();

    private Stations(ObjectCollection<CommissionedStation> stored, LocationBook locations, LabClock clock) {
        this.locations = locations;
        this.clock = clock;
        this.saves = new StationSaves(stored, clock);
    }

    /** Loads the stations known before; none is connected yet. */
    public static Future<Stations> open(
            ObjectCollection<CommissionedStation> stored, LocationBook locations, LabClock clock) {
        Stations stations = new Stations(stored, locations, clock);
        return stored.first(MOST, "")
                .onSuccess(all -> all.forEach(station -> stations.load(station.value())))
                .map(stations);
    }

    /**
     * Declares that a station stands at a location, and that its EVSEs 1, 2, … are these EVSEs, each with its connectors in
     * order.
     *
     * @return the mapping; fails when the location does not have the EVSEs
     */
    public Future<List<MappingRow>> commission(CiString locationId, String stationId, List<CiString> evseUids) {
        return locations.find(locationId).compose(found -> {
            Location location = found.orElseThrow(
                            () -> new IllegalArgumentException("location " + locationId + ": not one of ours"))
                    .value();
            List<MappingRow> rows = rows(location, stationId, evseUids);
            Station station = byId.computeIfAbsent(stationId, this::unknown);
            station.mapping().forEach(row -> byEvse.remove(row.evseUid(), row));
            station.become(CommissionedStationBuilder.builder(station.record())
                    .mapping(rows)
                    .build());
            remember(station);
            return save(station).map(rows);
        });
    }

    /** A station by what it calls itself. */
    public Optional<Station> find(String stationId) {
        return Optional.ofNullable(byId.get(stationId));
    }

    /** Takes in a station that nobody commissioned. */
    public Station admit(String stationId) {
        return byId.computeIfAbsent(stationId, this::unknown);
    }

    /** The connectors of an EVSE in the words of both protocols; the first when none is named. */
    public Optional<MappingRow> row(CiString evseUid, Optional<CiString> connectorId) {
        if (connectorId.isEmpty()) {
            return Optional.ofNullable(byEvse.get(evseUid));
        }
        return Optional.ofNullable(byEvse.get(evseUid))
                .flatMap(row -> find(row.stationId()))
                .flatMap(station -> station.mapping().stream()
                        .filter(row -> row.evseUid().equals(evseUid)
                                && row.ocpiConnectorId().equals(connectorId.get()))
                        .findFirst());
    }

    /** All connectors, by station. */
    public List<MappingRow> mapping() {
        return byId.values().stream()
                .flatMap(station -> station.mapping().stream())
                .toList();
    }

    /** How people see the stations. */
    public List<StationView> views() {
        return byId.values().stream().map(Station::view).toList();
    }

    /**
     * As {@link #views()}, a page at a time.
     *
     * @param after the last station seen; empty text to begin
     * @param limit at most so many
     */
    public List<StationView> views(String after, int limit) {
        return byId.tailMap(after, false).values().stream()
                .limit(limit)
                .map(Station::view)
                .toList();
    }

    /** How many are connected. */
    public long connected() {
        return byId.values().stream().filter(Station::isConnected).count();
    }

    /** Counts them. */
    public Census census() {
        Map<String, Integer> byGateway = new TreeMap<>();
        int booted = 0;
        int overdue = 0;
        for (Station station : byId.values()) {
            station.connection().ifPresent(way -> byGateway.merge(way.gateway(), 1, Integer::sum));
            booted += station.isBooted() ? 1 : 0;
            overdue += station.isOverdue() ? 1 : 0;
        }
        int connected = byGateway.values().stream().mapToInt(Integer::intValue).sum();
        return new Census(byId.size(), connected, booted, overdue, byGateway);
    }

    /** The stations whose connections a process holds. */
    public List<Station> at(String gateway) {
        return byId.values().stream()
                .filter(station -> station.connection()
                        .filter(way -> way.gateway().equals(gateway))
                        .isPresent())
                .toList();
    }

    /** A station has told what it is. */
    public void describe(Station station, ChargingStationInfo info) {
        station.describe(ChargingStationInfoBuilder.builder(info)
                .vendorName(word(info.vendorName()))
                .model(word(info.model()))
                .firmwareVersion(info.firmwareVersion().map(this::word))
                .build());
    }

    private String word(String said) {
        return words.size() < MOST_WORDS ? words.computeIfAbsent(said, word -> word) : words.getOrDefault(said, said);
    }

    /** Keeps what a station told; at once where it told nothing new. */
    public Future<Void> save(Station station) {
        return station.isSaved() ? Future.succeededFuture() : saves.save(station);
    }

    /** Keeps when a station was last seen, which nobody writes down at each of its messages. */
    public Future<Void> saveLastSeen(Station station) {
        return saves.save(station);
    }

    /** How many stations wait to be saved. */
    public int waiting() {
        return saves.waiting();
    }

    /** Shows partners what the station told of an EVSE, or of all its EVSEs; nothing where it has not told anything yet. */
    public Future<Void> show(Station station, Optional<Integer> evseId) {
        List<Future<Boolean>> shown = new ArrayList<>();
        station.mapping().stream()
                .filter(row -> evseId.filter(id -> id != row.evseId()).isEmpty())
                .filter(row -> row.equals(byEvse.get(row.evseUid())))
                .filter(row -> station.status(row.evseUid()) != Status.UNKNOWN)
                .forEach(row ->
                        shown.add(locations.setStatus(row.locationId(), row.evseUid(), station.status(row.evseUid()))));
        return Future.all(shown).mapEmpty();
    }

    /** Shows partners that nothing is known of a station's EVSEs. */
    public Future<Void> showUnknown(Station station) {
        List<Future<Boolean>> shown = new ArrayList<>();
        station.mapping().stream()
                .filter(row -> row.equals(byEvse.get(row.evseUid())))
                .forEach(row -> shown.add(locations.setStatus(row.locationId(), row.evseUid(), Status.UNKNOWN)));
        return Future.all(shown).mapEmpty();
    }

    private static List<MappingRow> rows(Location location, String stationId, List<CiString> evseUids) {
        List<MappingRow> rows = new ArrayList<>();
        for (int i = 0; i < evseUids.size(); i++) {
            CiString uid = evseUids.get(i);
            Evse evse = location.evse(uid)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "evse " + uid + ": there is none at location " + location.id()));
            int number = 1;
            for (Connector connector : evse.connectors()) {
                rows.add(new MappingRow(stationId, i + 1, number++, location.id(), uid, evse.evseId(), connector.id()));
            }
        }
        return rows;
    }

    private void load(CommissionedStation stored) {
        Station station = new Station(stored);
        station.saved(station.told());
        remember(station);
    }

    private void remember(Station station) {
        byId.put(station.id(), station);
        station.mapping().forEach(row -> byEvse.putIfAbsent(row.evseUid(), row));
    }

    private Station unknown(String stationId) {
        return new Station(new CommissionedStation(
                stationId,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                clock.instant()));
    }
}
