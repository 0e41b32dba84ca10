package dev.roamlab.cpo.stations;

import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.messages.ChargingStationInfo;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A station as the central system knows it. Used on the node's event loop only. */
public final class Station {
    private CommissionedStation record;
    private Optional<StationWay> connection = Optional.empty();
    private Optional<Instant> lastSeen;
    private Topology topology;

    Station(CommissionedStation record) {
        this.record = record;
        this.lastSeen = record.lastSeen();
        this.topology = topology(record.mapping());
    }

    /** What the station calls itself. */
    public String id() {
        return record.stationId();
    }

    /** The way to it; empty while it is not connected. */
    public Optional<StationWay> connection() {
        return connection;
    }

    /** Its connectors in the words of both protocols. */
    public List<MappingRow> mapping() {
        return record.mapping();
    }

    /** One of its connectors by OCPP's numbers; any of the EVSE when the connector is 0. */
    public Optional<MappingRow> row(int evseId, int connectorId) {
        return record.mapping().stream()
                .filter(row -> row.evseId() == evseId && (connectorId == 0 || row.connectorId() == connectorId))
                .findFirst();
    }

    /** What an EVSE is doing as far as the station told; UNKNOWN before it said anything. */
    public Status status(CiString evseUid) {
        Optional<Status> whole = report(0, 0).flatMap(Station::outOfService);
        return whole.or(() -> record.mapping().stream()
                        .filter(row -> row.evseUid().equals(evseUid))
                        .flatMap(row -> report(row.evseId(), row.connectorId()).stream())
                        .map(report -> StatusWords.ocpi(report.status()))
                        .reduce(StatusWords::dominant))
                .orElse(Status.UNKNOWN);
    }

    /** What a connector is doing, as the station told. */
    public Optional<ConnectorStatus> connectorStatus(int evseId, int connectorId) {
        return report(evseId, connectorId).map(ConnectorReport::status);
    }

    /** How people see it. */
    StationView view() {
        return new StationView(
                id(),
                connection.isPresent(),
                lastSeen,
                record.vendor(),
                record.model(),
                record.serialNumber(),
                record.firmwareVersion(),
                record.reports());
    }

    /** What is kept of it. */
    CommissionedStation record() {
        return CommissionedStationBuilder.builder(record).lastSeen(lastSeen).build();
    }

    void become(CommissionedStation changed) {
        record = changed;
        topology = topology(changed.mapping());
    }

    /** The station has told what it is. */
    public void describe(ChargingStationInfo info) {
        record = CommissionedStationBuilder.builder(record)
                .vendor(Optional.of(info.vendorName()))
                .model(Optional.of(info.model()))
                .serialNumber(info.serialNumber())
                .firmwareVersion(info.firmwareVersion())
                .build();
    }

    /** How many connectors its EVSEs have, for versions of OCPP that do not tell. */
    public Topology topology() {
        return topology;
    }

    private static Topology topology(List<MappingRow> mapping) {
        int evses = mapping.stream().mapToInt(MappingRow::evseId).max().orElse(0);
        return evses == 0
                ? Topology.ONE_CONNECTOR_EACH
                : Topology.of(IntStream.rangeClosed(1, evses)
                        .map(evse -> (int) mapping.stream()
                                .filter(row -> row.evseId() == evse)
                                .count())
                        .boxed()
                        .toList());
    }

    /** The station has connected. */
    public void connect(StationWay to) {
        connection = Optional.of(to);
    }

    /** Forgets a connection, unless a newer one has taken its place. */
    public boolean disconnect(StationWay from) {
        boolean current = connection.filter(known -> known == from).isPresent();
        if (current) {
            connection = Optional.empty();
        }
        return current;
    }

    /** The station has said something. */
    public void seen(Instant at) {
        lastSeen = Optional.of(at);
    }

    /** The station has told what a connector is doing. */
    public void report(ConnectorReport report) {
        record = CommissionedStationBuilder.builder(record)
                .reports(Stream.concat(
                                record.reports().stream()
                                        .filter(known -> known.evseId() != report.evseId()
                                                || known.connectorId() != report.connectorId()),
                                Stream.of(report))
                        .sorted(Comparator.comparingInt(ConnectorReport::evseId)
                                .thenComparingInt(ConnectorReport::connectorId))
                        .toList())
                .build();
    }

    private Optional<ConnectorReport> report(int evseId, int connectorId) {
        return record.reports().stream()
                .filter(report -> report.evseId() == evseId && report.connectorId() == connectorId)
                .findFirst();
    }

    private static Optional<Status> outOfService(ConnectorReport whole) {
        return whole.status() == ConnectorStatus.FAULTED || whole.status() == ConnectorStatus.UNAVAILABLE
                ? Optional.of(StatusWords.ocpi(whole.status()))
                : Optional.empty();
    }
}
