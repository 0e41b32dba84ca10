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
import dev.roamlab.ocpp.link.Handshake;
import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.AuthorizeResponse;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.ConnectorStatus;
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
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationRequest;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationResponse;
import dev.roamlab.ocpp.messages.security.SignCertificateRequest;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.pricing.PhaseKind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The central system that stations connect to: knows who is there, and has what they say dealt with. Used on the node's event
 * loop only. Spec: OCPP 1.6, chapter 4.
 */
public final class Csms {
    private static final Logger LOG = LoggerFactory.getLogger(Csms.class);

    private static final Duration APART = Duration.ofMillis(1);
    /** So many stations may wait for the store before boots are put off: a few seconds' work for a slow disk. */
    private static final int MOST_WAITING = 5_000;

    private final CpoSettings settings;
    private final LabClock clock;
    private final Stations stations;
    private final Drivers drivers;
    private final Transactions transactions;
    private final CertificateDesk certificates;
    private final Supervision supervision;
    private final BootGate gate;
    private final Pulse heartbeats = new Pulse();
    private final Pulse messages = new Pulse();
    private final List<Consumer<Station>> outOfService = new ArrayList<>();
    private final Notices notices = new Notices();

    /** Wires the parts. */
    public Csms(
            Vertx vertx,
            CpoSettings settings,
            LabClock clock,
            Stations stations,
            Drivers drivers,
            Transactions transactions) {
        this.certificates = new CertificateDesk(vertx, clock, settings.security());
        this.settings = settings;
        this.clock = clock;
        this.stations = stations;
        this.drivers = drivers;
        this.transactions = transactions;
        this.supervision = new Supervision(
                clock, settings.heartbeatInterval().multipliedBy(5).dividedBy(2), settings.offlineAfter(), this::lost);
        this.gate = new BootGate(MOST_WAITING, stations::waiting);
    }

    /** Tells a listener of each station at which something has gone out of service. */
    public void onOutOfService(Consumer<Station> listener) {
        outOfService.add(listener);
    }

    /** Tells a listener of what stations report and nobody has to act on: device models, events, updates, logs. */
    public void onNotice(BiConsumer<String, StationCall<?>> listener) {
        notices.listen(listener);
    }

    /** Whether a station may connect. */
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

    /** A station has connected; a connection that it still has is replaced. */
    public void opened(StationWay way) {
        Station station = stations.admit(way.stationId());
        station.connect(way)
                .filter(before -> !before.gateway().equals(way.gateway()))
                .ifPresent(before -> before.close("replaced by a new connection"));
        station.seen(clock.instant());
        supervision.watch(station);
        LOG.info("station {} (OCPP {}) has connected from {}", station.id(), way.version(), way.remoteAddress());
        // What it told before it was cut off holds until it tells something else.
        clock.schedule(APART, () -> show(station));
    }

    /** A connection has ended, whoever wanted it. */
    public void closed(StationWay way, String reason) {
        Optional<Station> station = stations.find(way.stationId());
        if (station.isPresent() && station.get().disconnect(way, clock.instant())) {
            LOG.info("station {} has gone: {}", way.stationId(), reason);
            supervision.watch(station.get());
        }
    }

    private void lost(Station station) {
        if (station.isConnected()) {
            LOG.warn("station {} is connected, but has been silent for too long", station.id());
        }
        stations.showUnknown(station)
                .onFailure(failure -> LOG.error("station {}: status not shown", station.id(), failure));
        stations.saveLastSeen(station)
                .onFailure(failure -> LOG.error("station {}: last seen not saved", station.id(), failure));
    }

    private void show(Station station) {
        stations.show(station, Optional.empty())
                .onFailure(failure -> LOG.error("station {}: status not shown", station.id(), failure));
    }

    /** A station has been heard of, at a gateway that answers heartbeats itself. */
    public void heard(String stationId, Instant at) {
        stations.find(stationId).ifPresent(station -> seen(station, at));
    }

    /** Gateways have answered so many heartbeats. */
    public void answeredHeartbeats(long count) {
        heartbeats.add(clock.instant(), count);
        messages.add(clock.instant(), count);
    }

    private void seen(Station station, Instant at) {
        if (station.seen(at)) {
            show(station);
            supervision.watch(station);
        }
    }

    /** The figures that tell how the central system does. */
    public CsmsFigures figures() {
        Instant now = clock.instant();
        return new CsmsFigures(
                stations.census(), heartbeats.rate(now), messages.rate(now), messages.total(), gate.postponed());
    }

    /** Answers what a station asks. */
    public Future<? extends Response> on(String stationId, StationCall<?> said) {
        Instant now = clock.instant();
        Station station = stations.admit(stationId);
        seen(station, now);
        messages.add(now, 1);
        StationCall<?> call = StationTime.believable(said, now);
        if (call instanceof TransactionEventRequest event) {
            return transactions.on(station, event);
        } else if (call instanceof AuthorizeRequest request) {
            return drivers.authorize(station, request.idToken()).map(AuthorizeResponse::new);
        } else if (call instanceof StatusNotificationRequest request) {
            return reported(station, request);
        } else if (call instanceof HeartbeatRequest) {
            heartbeats.add(now, 1);
            return Future.succeededFuture(new HeartbeatResponse(now));
        } else if (call instanceof BootNotificationRequest request) {
            return gate.boot(station.id(), now, () -> booted(station, request));
        } else if (call instanceof MeterValuesRequest request) {
            return transactions
                    .measured(station, request.evse().id(), request.meterValue())
                    .map(noted -> new MeterValuesResponse());
        } else if (call instanceof SignCertificateRequest request) {
            return certificates.sign(station, request);
        } else if (call instanceof SecurityEventNotificationRequest event) {
            LOG.info(
                    "station {}: security event {} {}",
                    stationId,
                    event.type(),
                    event.techInfo().orElse(""));
            return Future.succeededFuture(new SecurityEventNotificationResponse());
        } else if (call instanceof DataTransferRequest) {
            return Future.succeededFuture(
                    new DataTransferResponse(DataTransferStatus.UNKNOWN_VENDOR_ID, Optional.empty()));
        }
        Response noted = notices.answer(station.id(), call)
                .orElseThrow(() -> new OcppCallException(
                        RpcErrorCode.NOT_SUPPORTED, call.action() + ": this central system does not support it"));
        return Future.succeededFuture(noted);
    }

    private Future<BootNotificationResponse> booted(Station station, BootNotificationRequest request) {
        stations.describe(station, request.chargingStation());
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
}
