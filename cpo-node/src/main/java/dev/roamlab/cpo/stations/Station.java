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
import org.jspecify.annotations.Nullable;

/** A station as the central system knows it. Used on the node's event loop only. */
public final class Station {
    private static final long NEVER = Long.MAX_VALUE;

    private CommissionedStation record;
    /** What of it the store holds. */
    private @Nullable CommissionedStation saved;

    private @Nullable StationWay connection;
    private Topology topology;
    /** Milliseconds since 1970, of which there are thousands of stations; 0 when it never said anything. */
    private long seenMillis;

    private long goneMillis;
    private long alarmMillis = NEVER;
    private boolean overdue;

    Station(CommissionedStation record) {
        this.record = record;
        this.seenMillis = record.lastSeen().map(Instant::toEpochMilli).orElse(0L);
        this.topology = topology(record.mapping());
    }

    /** What the station calls itself. */
    public String id() {
        return record.stationId();
    }

    /** The way to it; empty while it is not connected. */
    public Optional<StationWay> connection() {
        return Optional.ofNullable(connection);
    }

    /** Whether it is connected. */
    public boolean isConnected() {
        return connection != null;
    }

    /** Whether it is connected, and has told what it is. */
    boolean isBooted() {
        return connection != null && record.vendor().isPresent();
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
                isConnected(),
                overdue,
                connection().map(StationWay::gateway),
                lastSeen(),
                record.vendor(),
                record.model(),
                record.serialNumber(),
                record.firmwareVersion(),
                record.reports());
    }

    /** What is kept of it. */
    CommissionedStation record() {
        return CommissionedStationBuilder.builder(record).lastSeen(lastSeen()).build();
    }

    private Optional<Instant> lastSeen() {
        return seenMillis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(seenMillis));
    }

    /** Whether the store holds all that the station told; when it was last seen does not count. */
    boolean isSaved() {
        return saved == record;
    }

    /** What is about to be saved, to be handed to {@link #saved}. */
    CommissionedStation told() {
        return record;
    }

    void saved(CommissionedStation told) {
        saved = told;
    }

    /** What says the same leaves the old record in place, which is then saved already. */
    void become(CommissionedStation changed) {
        if (changed.equals(record)) {
            return;
        }
        boolean moved = !changed.mapping().equals(record.mapping());
        record = changed;
        topology = moved ? topology(changed.mapping()) : topology;
    }

    /** The station has told what it is. */
    public void describe(ChargingStationInfo info) {
        become(CommissionedStationBuilder.builder(record)
                .vendor(Optional.of(info.vendorName()))
                .model(Optional.of(info.model()))
                .serialNumber(info.serialNumber())
                .firmwareVersion(info.firmwareVersion())
                .build());
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

    /** The station has connected. Gives the connection that this one takes the place of. */
    public Optional<StationWay> connect(StationWay to) {
        Optional<StationWay> before = connection();
        connection = to;
        return before;
    }

    /** Forgets a connection, unless a newer one has taken its place. */
    public boolean disconnect(StationWay from, Instant at) {
        boolean current = from.equals(connection);
        if (current) {
            connection = null;
            overdue = false;
            goneMillis = at.toEpochMilli();
        }
        return current;
    }

    /**
     * The station has said something.
     *
     * @return whether it had been given up
     */
    public boolean seen(Instant at) {
        boolean wasOverdue = overdue;
        overdue = false;
        seenMillis = at.toEpochMilli();
        return wasOverdue;
    }

    /** When it was last heard of, in milliseconds since 1970. */
    public long seenMillis() {
        return seenMillis;
    }

    /** When its connection ended, in milliseconds since 1970. */
    public long goneMillis() {
        return goneMillis;
    }

    /** When it is looked at next, in milliseconds since 1970; {@link Long#MAX_VALUE} for not at all. */
    public long alarmMillis() {
        return alarmMillis;
    }

    /** It is looked at then and not before. */
    public void alarm(long millis) {
        alarmMillis = millis;
    }

    /** It has been silent for too long. */
    public void giveUp() {
        overdue = true;
    }

    /** Whether it is connected, but has been silent for too long. */
    public boolean isOverdue() {
        return overdue;
    }

    /** The station has told what a connector is doing. */
    public void report(ConnectorReport report) {
        become(CommissionedStationBuilder.builder(record)
                .reports(Stream.concat(
                                record.reports().stream()
                                        .filter(known -> known.evseId() != report.evseId()
                                                || known.connectorId() != report.connectorId()),
                                Stream.of(report))
                        .sorted(Comparator.comparingInt(ConnectorReport::evseId)
                                .thenComparingInt(ConnectorReport::connectorId))
                        .toList())
                .build());
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
