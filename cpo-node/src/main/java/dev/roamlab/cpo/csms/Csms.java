package dev.roamlab.cpo.csms;

import dev.roamlab.cpo.CpoSettings;
import dev.roamlab.cpo.CpoSettings.UnknownStations;
import dev.roamlab.cpo.sessions.Drivers;
import dev.roamlab.cpo.sessions.Transactions;
import dev.roamlab.cpo.stations.ConnectorReport;
import dev.roamlab.cpo.stations.Station;
import dev.roamlab.cpo.stations.StationWay;
import dev.roamlab.cpo.stations.Stations;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.link.Admission;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.CsmsHandler;
import dev.roamlab.ocpp.link.Handshake;
import dev.roamlab.ocpp.link.StationConnection;
import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.AuthorizeResponse;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.DataTransferStatus;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.MeterValuesResponse;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.pricing.PhaseKind;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The central system that stations connect to: knows who is there, and has what they say dealt with. Used on the node's event
 * loop only. Spec: OCPP 1.6, chapter 4.
 */
public final class Csms implements CsmsHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Csms.class);

    private static final Duration APART = Duration.ofMillis(1);

    private final CpoSettings settings;
    private final LabClock clock;
    private final Stations stations;
    private final Drivers drivers;
    private final Transactions transactions;
    private final Map<StationConnection, StationWay> ways = new HashMap<>();
    private final List<Consumer<Station>> outOfService = new ArrayList<>();

    /** Wires the parts. */
    public Csms(CpoSettings settings, LabClock clock, Stations stations, Drivers drivers, Transactions transactions) {
        this.settings = settings;
        this.clock = clock;
        this.stations = stations;
        this.drivers = drivers;
        this.transactions = transactions;
    }

    /** Tells a listener of each station at which something has gone out of service. */
    public void onOutOfService(Consumer<Station> listener) {
        outOfService.add(listener);
    }

    @Override
    public Future<Admission> admit(Handshake handshake) {
        Optional<Station> known = stations.find(handshake.stationId());
        boolean refused = settings.unknownStations() == UnknownStations.REJECT
                && known.filter(station -> !station.mapping().isEmpty()).isEmpty();
        return Future.succeededFuture(
                refused
                        ? Admission.unknownStation()
                        : new Admission.Accepted(
                                stations.admit(handshake.stationId()).topology()));
    }

    @Override
    public void opened(StationConnection connection) {
        Station station = stations.admit(connection.stationId());
        Way way = new Way(connection);
        ways.put(connection, way);
        station.connect(way);
        station.seen(clock.instant());
        LOG.info("station {} has connected from {}", connection, connection.remoteAddress());
        // What it told before it was cut off holds until it tells something else.
        clock.schedule(
                APART,
                () -> stations.show(station, Optional.empty())
                        .onFailure(failure -> LOG.error("station {}: status not shown", station.id(), failure)));
    }

    @Override
    public void closed(StationConnection connection, Close close) {
        StationWay way = ways.remove(connection);
        Optional<Station> station = stations.find(connection.stationId());
        if (way == null || station.isEmpty() || !station.get().disconnect(way)) {
            return;
        }
        LOG.info("station {} has gone: {}", connection.stationId(), close);
        clock.schedule(settings.offlineAfter(), () -> goneFor(station.get()));
    }

    private void goneFor(Station station) {
        if (station.connection().isEmpty()) {
            stations.showUnknown(station)
                    .onFailure(failure -> LOG.error("station {}: status not shown", station.id(), failure));
        }
    }

    @Override
    public Future<? extends Response> on(StationConnection connection, StationCall<?> said) {
        Station station = stations.admit(connection.stationId());
        station.seen(clock.instant());
        StationCall<?> call = StationTime.believable(said, clock.instant());
        if (call instanceof TransactionEventRequest event) {
            return transactions.on(station, event);
        } else if (call instanceof AuthorizeRequest request) {
            return drivers.authorize(station, request.idToken()).map(AuthorizeResponse::new);
        } else if (call instanceof StatusNotificationRequest request) {
            return reported(station, request);
        } else if (call instanceof HeartbeatRequest) {
            return Future.succeededFuture(new HeartbeatResponse(clock.instant()));
        } else if (call instanceof BootNotificationRequest request) {
            return booted(station, request);
        } else if (call instanceof MeterValuesRequest request) {
            return transactions
                    .measured(station, request.evse().id(), request.meterValue())
                    .map(noted -> new MeterValuesResponse());
        } else if (call instanceof DataTransferRequest) {
            return Future.succeededFuture(
                    new DataTransferResponse(DataTransferStatus.UNKNOWN_VENDOR_ID, Optional.empty()));
        }
        throw new IllegalStateException("nobody answers " + call.action());
    }

    private Future<BootNotificationResponse> booted(Station station, BootNotificationRequest request) {
        station.describe(request.chargingStation());
        return stations.save(station)
                .map(saved -> new BootNotificationResponse(
                        clock.instant(), (int) settings.heartbeatInterval().toSeconds(), RegistrationStatus.ACCEPTED));
    }

    private Future<StatusNotificationResponse> reported(Station station, StatusNotificationRequest request) {
        station.report(new ConnectorReport(
                request.evseId(),
                request.connectorId(),
                request.connectorStatus(),
                request.errorCode().map(Enum::name).or(request::info)));
        if (request.connectorStatus() == ConnectorStatus.FAULTED
                || request.connectorStatus() == ConnectorStatus.UNAVAILABLE) {
            clock.schedule(APART, () -> outOfService.forEach(listener -> listener.accept(station)));
        }
        Optional<Integer> evseId = Optional.of(request.evseId()).filter(id -> id != 0);
        return stations.save(station)
                .compose(saved -> stations.show(station, evseId))
                .compose(shown -> kind(request.connectorStatus())
                        .map(kind -> transactions.turned(station, request.evseId(), request.timestamp(), kind))
                        .orElseGet(Future::succeededFuture))
                .map(done -> new StatusNotificationResponse());
    }

    /** OCPP 1.6 tells in the connector's status whether the car takes anything; other states say nothing of it. */
    private static Optional<PhaseKind> kind(ConnectorStatus status) {
        return switch (status) {
            case CHARGING, SUSPENDED_EVSE -> Optional.of(PhaseKind.CHARGING);
            case SUSPENDED_EV -> Optional.of(PhaseKind.PARKED);
            case AVAILABLE, OCCUPIED, PREPARING, FINISHING, RESERVED, UNAVAILABLE, FAULTED -> Optional.empty();
        };
    }

    /** A connection as the rest of the node sees it. */
    private record Way(StationConnection connection) implements StationWay {
        @Override
        public <R extends Response> Future<R> call(CsmsCall<R> request) {
            return connection.call(request);
        }

        @Override
        public void close() {
            connection.close("closed by the operator");
        }
    }
}
