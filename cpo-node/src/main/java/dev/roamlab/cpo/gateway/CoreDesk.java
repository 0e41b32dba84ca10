package dev.roamlab.cpo.gateway;

import dev.roamlab.cpo.csms.Csms;
import dev.roamlab.cpo.csms.TransactionNumbers;
import dev.roamlab.cpo.gateway.Bus.Letter;
import dev.roamlab.cpo.gateway.Letters.Admit;
import dev.roamlab.cpo.gateway.Letters.Admitted;
import dev.roamlab.cpo.gateway.Letters.Beat;
import dev.roamlab.cpo.gateway.Letters.Closed;
import dev.roamlab.cpo.gateway.Letters.Hello;
import dev.roamlab.cpo.gateway.Letters.Noted;
import dev.roamlab.cpo.gateway.Letters.Numbers;
import dev.roamlab.cpo.gateway.Letters.Opened;
import dev.roamlab.cpo.gateway.Letters.Said;
import dev.roamlab.cpo.gateway.Letters.Welcome;
import dev.roamlab.cpo.stations.Stations;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.link.Admission;
import dev.roamlab.ocpp.link.SecurityGuard;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.rpc.NotConnected;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The core's side of its gateways: knows which there are, takes in what their stations say, and misses those that fall
 * silent. Used on the node's event loop only.
 */
public final class CoreDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CoreDesk.class);
    private static final int MOST_NUMBERS = 100_000;
    private static final int UNAVAILABLE = 503;

    private final Vertx vertx;
    private final Bus bus;
    private final Parts parts;
    private final Map<String, Gateway> gateways = new TreeMap<>();

    /** What the core does for gateways. @param guard holds stations to the security profile, wherever they connect */
    public record Parts(
            Csms csms, Stations stations, TransactionNumbers numbers, LabClock clock, SecurityGuard guard) {}

    /** Wires the parts. */
    public CoreDesk(Vertx vertx, Parts parts) {
        this.vertx = vertx;
        this.bus = new Bus(vertx.eventBus());
        this.parts = parts;
    }

    /** A gateway that has said hello. */
    private static final class Gateway {
        private final Hello hello;
        private final Asked asked = new Asked();
        private int connections;
        private int missed;

        Gateway(Hello hello) {
            this.hello = hello;
        }
    }

    /** A gateway as people look at it. @param url where stations connect to; each adds its id */
    public record GatewayView(String name, String url, int connections) {}

    /** Opens the desk; ends with the Vert.x deployment that it was opened in. */
    public Future<Void> open() {
        return bus.receive(Bus.core(), this::receive)
                .onSuccess(registered -> vertx.setPeriodic(Lease.BEAT.toMillis(), tick -> missSilent()))
                .mapEmpty();
    }

    /** The gateways that are there. */
    public List<GatewayView> gateways() {
        return gateways.values().stream()
                .map(known -> new GatewayView(known.hello.gateway(), known.hello.url(), known.connections))
                .toList();
    }

    private void receive(Letter letter) {
        switch (letter.kind()) {
            case "Said" -> said(letter, letter.read(Said.class));
            case "Opened" -> opened(letter.read(Opened.class));
            case "Closed" -> closed(letter.read(Closed.class));
            case "Beat" -> letter.answer(new Noted(noted(letter.read(Beat.class))));
            case "Admit" -> admit(letter, letter.read(Admit.class));
            case "Numbers" -> numbers(letter, letter.read(Numbers.class).count());
            case "Hello" -> letter.answer(new Welcome(refusal(letter.read(Hello.class))));
            default -> throw new IllegalArgumentException("no such letter: " + letter.kind());
        }
    }

    // --- gateways ---

    private Optional<String> refusal(Hello hello) {
        if (hello.protocol() != Letters.PROTOCOL) {
            return Optional.of("gateway and core are of different versions: protocol " + hello.protocol() + " and "
                    + Letters.PROTOCOL);
        }
        Gateway before = gateways.put(hello.gateway(), new Gateway(hello));
        if (before != null) {
            forget(before, "has begun anew");
        }
        LOG.info("gateway {} is there, stations connect at {}", hello.gateway(), hello.url());
        return Optional.empty();
    }

    private boolean noted(Beat beat) {
        Gateway known = gateways.get(beat.gateway());
        if (known == null || !known.hello.run().equals(beat.run())) {
            return false;
        }
        known.missed = 0;
        Instant now = parts.clock().instant();
        beat.heard().forEach(stationId -> parts.csms().heard(stationId, now));
        parts.csms().answeredHeartbeats(beat.heartbeats());
        return known.connections == beat.connections();
    }

    private void missSilent() {
        List<Gateway> lost = gateways.values().stream()
                .filter(gateway -> ++gateway.missed > Lease.BEATS_MISSED)
                .toList();
        for (Gateway gateway : lost) {
            LOG.warn("gateway {} has fallen silent: its stations count as gone", gateway.hello.gateway());
            gateways.remove(gateway.hello.gateway());
            forget(gateway, "has fallen silent");
        }
    }

    private void forget(Gateway lost, String why) {
        String name = lost.hello.gateway();
        lost.asked.fail(new NotConnected("gateway " + name + " " + why));
        parts.stations()
                .at(name)
                .forEach(station -> station.connection()
                        .ifPresent(way -> parts.csms().closed(way, "its gateway " + name + " " + why)));
    }

    // --- stations ---

    private void admit(Letter letter, Admit admit) {
        parts.csms().admit(admit.handshake()).onComplete(admission -> letter.answer(admitted(admission)));
    }

    private static Admitted admitted(AsyncResult<Admission> admission) {
        if (admission.failed()) {
            LOG.error("a station could not be admitted", admission.cause());
            return new Admitted(Optional.of(UNAVAILABLE), "the core has failed", List.of());
        } else if (admission.result() instanceof Admission.Refused refused) {
            return new Admitted(Optional.of(refused.httpStatus()), refused.why(), List.of());
        }
        return new Admitted(
                Optional.empty(),
                "",
                ((Admission.Accepted) admission.result()).topology().connectorsPerEvse());
    }

    private void opened(Opened opened) {
        Gateway gateway = gateways.get(opened.gateway());
        if (gateway != null && gateway.hello.run().equals(opened.line().run())) {
            gateway.connections++;
            parts.csms().opened(new RemoteWay(bus, opened, gateway.asked));
        }
    }

    private void closed(Closed closed) {
        Gateway gateway = gateways.get(closed.gateway());
        if (gateway != null && gateway.hello.run().equals(closed.line().run())) {
            gateway.connections--;
            parts.csms()
                    .closed(
                            new RemoteWay(bus, new Opened(closed.gateway(), closed.line(), "", ""), gateway.asked),
                            closed.reason());
        }
    }

    private void said(Letter letter, Said said) {
        StationCall<?> call = MessageJson.read(said.call(), StationCall.class);
        parts.csms().on(said.stationId(), call).onComplete(answer -> letter.answer(Answers.of(answer)));
    }

    private void numbers(Letter letter, int count) {
        parts.numbers()
                .block(Math.min(count, MOST_NUMBERS))
                .onSuccess(first -> letter.answer(new Letters.Block(first, Math.min(count, MOST_NUMBERS))))
                .onFailure(failure -> LOG.error("no numbers could be set aside for a gateway", failure));
    }
}
