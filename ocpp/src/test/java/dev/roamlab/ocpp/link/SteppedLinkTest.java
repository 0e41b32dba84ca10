package dev.roamlab.ocpp.link;

import static dev.roamlab.ocpp.link.Lab.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetResponse;
import dev.roamlab.ocpp.messages.ResetStatus;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.v16.DialectV16;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links in a lab whose time waits for them. */
class SteppedLinkTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void two_runs_of_connecting_calling_and_closing_are_the_same() {
        List<String> first = run();

        assertThat(first)
                .hasSize(1 + 60 + 60 / 10 + 1)
                .startsWith("0s opened CP-1")
                .endsWith("61s closed CP-1");
        assertThat(run()).isEqualTo(first);
    }

    /** A station connects, sends a heartbeat a second for a minute, is reset every tenth one, and leaves. */
    private static List<String> run() {
        Vertx vertx = Vertx.vertx();
        var clock = new SteppedClock(START, SteppedClock.MAX_SPEED);
        var story = Collections.synchronizedList(new ArrayList<String>());
        var log = new ExchangeLog(clock);
        log.subscribe(exchange -> story.add(Duration.between(START, exchange.labTime())
                        .toSeconds() + "s " + exchange.operation() + " " + exchange.correlationId()));
        var settings = LinkSettings.of(vertx, clock, log, Ids.seeded(1, "ocpp"), List.of(new DialectV16()));
        var csms = new Csms(clock, story);
        var server = new OcppServer(settings, () -> 1, csms);
        var http = vertx.createHttpServer(OcppServer.configure(new HttpServerOptions(), settings));
        server.attach(http);
        now(http.listen(0, "127.0.0.1"));
        try {
            var address = StationAddress.of("ws://127.0.0.1:" + http.actualPort() + "/ocpp", "CP-1");
            StationLink link = OcppClient.create(settings).link(address, new Station());
            now(Future.<Void>future(connected -> vertx.runOnContext(go ->
                    link.connect().onSuccess(open -> beat(clock, link, 60)).onComplete(connected))));
            clock.await(() -> !story.isEmpty() && story.get(story.size() - 1).contains("closed"), Duration.ofHours(1));
        } finally {
            now(vertx.close());
        }
        return List.copyOf(story);
    }

    private static void beat(SteppedClock clock, StationLink link, int left) {
        clock.schedule(Duration.ofSeconds(1), () -> {
            if (left == 0) {
                link.close();
            } else {
                link.call(new HeartbeatRequest());
                beat(clock, link, left - 1);
            }
        });
    }

    private static final class Station implements StationHandler {
        @Override
        public Future<? extends Response> on(CsmsCall<?> call) {
            return Future.succeededFuture(new ResetResponse(ResetStatus.REJECTED));
        }

        @Override
        public void closed(Close close) {}
    }

    private static final class Csms implements CsmsHandler {
        private final SteppedClock clock;
        private final List<String> story;
        private int beats;

        Csms(SteppedClock clock, List<String> story) {
            this.clock = clock;
            this.story = story;
        }

        @Override
        public Future<Admission> admit(Handshake handshake) {
            return Future.succeededFuture(Admission.accepted());
        }

        @Override
        public void opened(StationConnection connection) {
            tell("opened " + connection.stationId());
        }

        @Override
        public Future<? extends Response> on(StationConnection connection, StationCall<?> call) {
            beats++;
            if (beats % 10 == 0) {
                clock.schedule(Duration.ofMillis(1), () -> connection.call(new ResetRequest(ResetType.ON_IDLE)));
            }
            return Future.succeededFuture(new HeartbeatResponse(clock.instant()));
        }

        @Override
        public void closed(StationConnection connection, Close close) {
            tell("closed " + connection.stationId());
        }

        private void tell(String what) {
            story.add(Duration.between(START, clock.instant()).toSeconds() + "s " + what);
        }
    }
}
