package dev.roamlab.cpo.gateway;

import dev.roamlab.cpo.gateway.Letters.Admit;
import dev.roamlab.cpo.gateway.Letters.Admitted;
import dev.roamlab.cpo.gateway.Letters.Answered;
import dev.roamlab.cpo.gateway.Letters.Beat;
import dev.roamlab.cpo.gateway.Letters.Closed;
import dev.roamlab.cpo.gateway.Letters.Hello;
import dev.roamlab.cpo.gateway.Letters.Line;
import dev.roamlab.cpo.gateway.Letters.Noted;
import dev.roamlab.cpo.gateway.Letters.Opened;
import dev.roamlab.cpo.gateway.Letters.Said;
import dev.roamlab.cpo.gateway.Letters.Welcome;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.link.Admission;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.CsmsHandler;
import dev.roamlab.ocpp.link.Handshake;
import dev.roamlab.ocpp.link.StationConnection;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway's side of the core: hands on what stations say, except heartbeats, and keeps the core's picture of its
 * connections right. While the core does not answer, nobody is let in, and a station that wants something is hung up on: it
 * keeps what it was not answered, and comes back with it. Used on the gateway's event loop only.
 */
final class CoreLine implements CsmsHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CoreLine.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Admission AWAY = new Admission.Refused(503, "the core is away");

    private final Bus bus;
    private final LabClock clock;
    private final String gateway;
    private final String run;
    private String url = "";
    private final Map<StationConnection, Line> lines = new HashMap<>();
    private Set<String> heard = new HashSet<>();
    private int heartbeats;
    private long connections;
    private boolean agreed;
    private boolean beating;

    /** @param run differs each time the gateway is started */
    CoreLine(Bus bus, LabClock clock, String gateway, String run) {
        this.bus = bus;
        this.clock = clock;
        this.gateway = gateway;
        this.run = run;
    }

    /** Where stations connect to; known before the first sign of life. */
    void listensAt(String address) {
        url = address;
    }

    /** Whether the core knows the gateway and answers it. */
    boolean isUp() {
        return agreed;
    }

    int connections() {
        return lines.size();
    }

    Optional<Line> line(StationConnection connection) {
        return Optional.ofNullable(lines.get(connection));
    }

    /** Gives a sign of life; begins anew where the core sees things differently. Completes whatever comes of it. */
    Future<Void> beat() {
        if (beating) {
            return Future.succeededFuture();
        }
        beating = true;
        Beat beat = new Beat(gateway, run, lines.size(), List.copyOf(heard), heartbeats);
        heard = new HashSet<>();
        heartbeats = 0;
        return bus.ask(Bus.core(), beat, Noted.class, Lease.ANSWER)
                .compose(noted -> noted.agreed() ? Future.succeededFuture(true) : begin())
                .otherwise(away -> unreachable(away))
                .onComplete(done -> beating = false)
                .onSuccess(up -> agreed = up)
                .mapEmpty();
    }

    private boolean unreachable(Throwable away) {
        if (agreed) {
            LOG.warn("gateway {}: the core does not answer: {}", gateway, away.getMessage());
        }
        return false;
    }

    private Future<Boolean> begin() {
        return bus.ask(Bus.core(), new Hello(Letters.PROTOCOL, gateway, run, url), Welcome.class, Lease.ANSWER)
                .map(welcome -> {
                    if (welcome.refusal().isPresent()) {
                        LOG.error(
                                "gateway {}: refused by the core: {}",
                                gateway,
                                welcome.refusal().get());
                        return false;
                    }
                    LOG.info("gateway {} works for the core, with {} connections", gateway, lines.size());
                    lines.keySet().forEach(this::announce);
                    return true;
                });
    }

    private void announce(StationConnection connection) {
        line(connection)
                .ifPresent(line -> bus.send(
                        Bus.core(), new Opened(gateway, line, connection.remoteAddress(), connection.version())));
    }

    @Override
    public Future<Admission> admit(Handshake handshake) {
        if (!agreed) {
            return Future.succeededFuture(AWAY);
        }
        Admit admit = new Admit(handshake);
        return bus.ask(Bus.core(), admit, Admitted.class, Lease.ANSWER)
                .map(CoreLine::admission)
                .otherwise(away -> AWAY);
    }

    private static Admission admission(Admitted admitted) {
        if (admitted.refusal().isPresent()) {
            return new Admission.Refused(admitted.refusal().get(), admitted.why());
        }
        // The one that thousands share, where it will do.
        boolean oneEach = admitted.connectorsPerEvse().stream().allMatch(count -> count == 1);
        return oneEach ? Admission.accepted() : new Admission.Accepted(Topology.of(admitted.connectorsPerEvse()));
    }

    @Override
    public void opened(StationConnection connection) {
        lines.put(connection, new Line(connection.stationId(), run, ++connections));
        announce(connection);
    }

    @Override
    public Future<? extends Response> on(StationConnection connection, StationCall<?> call) {
        if (call instanceof HeartbeatRequest) {
            heard.add(connection.stationId());
            heartbeats++;
            return Future.succeededFuture(new HeartbeatResponse(clock.instant()));
        }
        Said said = new Said(connection.stationId(), MessageJson.write((Record) call));
        return bus.ask(Bus.core(), said, Answered.class, TIMEOUT)
                .onFailure(lost -> hangUp(connection, call, lost))
                .compose(answered -> Answers.read(call.action(), answered, call.responseType(), TIMEOUT));
    }

    /** An error in its place might be taken for a refusal, and the message be thrown away. */
    private void hangUp(StationConnection connection, StationCall<?> call, Throwable lost) {
        LOG.warn("station {}: {} not answered, the core is away: {}", connection, call.action(), lost.getMessage());
        connection.close("the central system is not available");
    }

    @Override
    public void closed(StationConnection connection, Close close) {
        Line line = lines.remove(connection);
        if (line != null) {
            bus.send(Bus.core(), new Closed(gateway, line, close.toString()));
        }
    }
}
