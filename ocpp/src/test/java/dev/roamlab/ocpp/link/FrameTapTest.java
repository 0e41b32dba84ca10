package dev.roamlab.ocpp.link;

import static dev.roamlab.ocpp.link.Lab.NOON;
import static dev.roamlab.ocpp.link.Lab.next;
import static dev.roamlab.ocpp.link.Lab.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpp.intercept.FrameKind;
import dev.roamlab.ocpp.intercept.HeldMessage;
import dev.roamlab.ocpp.intercept.InterceptRule;
import dev.roamlab.ocpp.intercept.Interceptor;
import dev.roamlab.ocpp.intercept.Treatment;
import dev.roamlab.ocpp.intercept.Treatment.Change;
import dev.roamlab.ocpp.link.FrameTap.Way;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.DataTransferStatus;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.rpc.OcppTimeout;
import dev.roamlab.ocpp.trace.FrameTrace;
import dev.roamlab.ocpp.trace.TraceFile;
import dev.roamlab.ocpp.trace.TraceLine;
import dev.roamlab.ocpp.trace.TraceLine.Event;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTapTest {
    private final Vertx vertx = Vertx.vertx();
    private final RealClock clock = new RealClock(1);
    private final Interceptor interceptor = new Interceptor(vertx, clock, 1);
    /** Only the station's own connections are tapped: the CSMS has a lab of its own. */
    private final Lab csms = new Lab();

    private final BlockingQueue<StationCall<?>> heard = new LinkedBlockingQueue<>();

    FrameTapTest() {
        csms.csms.answer = call -> {
            heard.add(call);
            return Future.succeededFuture(
                    call instanceof DataTransferRequest
                            ? new DataTransferResponse(DataTransferStatus.ACCEPTED, Optional.empty())
                            : new HeartbeatResponse(NOON));
        };
    }

    @AfterEach
    void close() {
        csms.close();
        now(vertx.close());
        clock.close();
    }

    private StationLink station(FrameTap tap, Duration callTimeout) {
        LinkSettings settings = csms.settings.withTap(tap).withCallTimeout(callTimeout);
        StationLink link = OcppClient.create(settings)
                .link(StationAddress.of(csms.url(), "CP-1"), new Lab.Station(csms, StationAddress.of(csms.url(), "x")));
        now(link.connect());
        return link;
    }

    private StationLink station() {
        return station(interceptor, Duration.ofSeconds(10));
    }

    private static InterceptRule calls(String id, String action, Treatment treatment) {
        return InterceptRule.everything(id, treatment).withAction(action).withKinds(List.of(FrameKind.CALL));
    }

    @Test
    void what_is_dropped_never_arrives() {
        interceptor.put(calls("lost", "Heartbeat", new Treatment.Drop()));
        StationLink link = station(interceptor, Duration.ofMillis(200));

        assertThatThrownBy(() -> now(link.call(new HeartbeatRequest()))).isInstanceOf(OcppTimeout.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_rule_rests_after_so_many_messages() {
        interceptor.put(calls(
                        "once",
                        "*",
                        new Treatment.Edit(List.of(new Change("/vendorId", Optional.of(TextNode.valueOf("edited"))))))
                .withTimes(OptionalInt.of(1)));
        StationLink link = station();

        now(link.call(new DataTransferRequest("plain", Optional.empty(), Optional.empty())));
        now(link.call(new DataTransferRequest("plain", Optional.empty(), Optional.empty())));

        assertThat(((DataTransferRequest) next(heard)).vendorId()).isEqualTo("edited");
        assertThat(((DataTransferRequest) next(heard)).vendorId()).isEqualTo("plain");
        assertThat(interceptor.rules())
                .singleElement()
                .satisfies(use -> assertThat(use.applied()).isOne());
    }

    @Test
    void what_is_held_waits_for_a_decision() throws Exception {
        interceptor.put(calls("by-hand", "DataTransfer", new Treatment.Hold()));
        StationLink link = station();

        Future<DataTransferResponse> first =
                link.call(new DataTransferRequest("first", Optional.empty(), Optional.empty()));
        HeldMessage waiting = held();
        assertThat(waiting.action()).isEqualTo("DataTransfer");
        assertThat(waiting.way()).isEqualTo(Way.TO_CSMS);
        assertThat(heard).isEmpty();

        assertThat(interceptor.release(waiting.id(), waiting.text().replace("first", "by hand")))
                .isTrue();
        now(first);
        assertThat(((DataTransferRequest) next(heard)).vendorId()).isEqualTo("by hand");
        assertThat(interceptor.release(waiting.id())).isFalse();
    }

    @Test
    void a_rule_that_goes_lets_go_what_it_holds() {
        interceptor.put(calls("by-hand", "*", new Treatment.Hold()));
        StationLink link = station();
        Future<HeartbeatResponse> beat = link.call(new HeartbeatRequest());
        held();

        assertThat(interceptor.remove("by-hand")).isTrue();

        assertThat(now(beat).currentTime()).isEqualTo(NOON);
    }

    @Test
    void what_is_duplicated_arrives_again() {
        interceptor.put(calls("twice", "Heartbeat", new Treatment.Duplicate(1)));

        now(station().call(new HeartbeatRequest()));

        next(heard);
        assertThat(next(heard)).isInstanceOf(HeartbeatRequest.class);
    }

    @Test
    void an_answer_has_the_action_of_its_call() {
        Instant other = Instant.parse("2001-01-01T00:00:00Z");
        interceptor.put(InterceptRule.everything(
                        "clock",
                        new Treatment.Edit(
                                List.of(new Change("/currentTime", Optional.of(TextNode.valueOf(other.toString()))))))
                .withAction("heart*")
                .withWay(Optional.of(Way.TO_STATION)));

        assertThat(now(station().call(new HeartbeatRequest())).currentTime()).isEqualTo(other);
    }

    @Test
    void delayed_messages_keep_their_order() {
        interceptor.put(
                InterceptRule.everything("slow", new Treatment.Delay(Duration.ofMillis(1), Duration.ofMillis(40)))
                        .withWay(Optional.of(Way.TO_CSMS)));
        StationLink link = station();

        for (int i = 0; i < 20; i++) {
            link.call(new DataTransferRequest("n" + i, Optional.empty(), Optional.empty()));
        }

        for (int i = 0; i < 20; i++) {
            assertThat(((DataTransferRequest) next(heard)).vendorId()).isEqualTo("n" + i);
        }
    }

    @Test
    void a_recording_shows_what_really_crossed_the_wire(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("trace.jsonl");
        interceptor.put(calls(
                "edited",
                "DataTransfer",
                new Treatment.Edit(List.of(new Change("/vendorId", Optional.of(TextNode.valueOf("edited")))))));
        try (FrameTrace trace = FrameTrace.open(file, clock, Clock.systemUTC())) {
            StationLink link = station(FrameTap.chain(interceptor, trace), Duration.ofSeconds(10));
            now(link.call(new DataTransferRequest("plain", Optional.empty(), Optional.empty())));
            now(link.close());
        }

        List<TraceLine> lines = TraceFile.read(Files.readString(file), "trace.jsonl");

        assertThat(lines)
                .extracting(TraceLine::event)
                .containsExactly(Event.OPEN, Event.FRAME, Event.FRAME, Event.CLOSE);
        assertThat(lines.get(1).text()).contains("\"edited\"").doesNotContain("plain");
        assertThat(lines.get(1).way()).contains(Way.TO_CSMS);
        assertThat(lines.get(2).text()).startsWith("[3,").contains("Accepted");
        assertThat(lines.get(2).way()).contains(Way.TO_STATION);
    }

    /** A link whose tap rests has nobody in between. */
    @Test
    void without_rules_nothing_happens() {
        assertThat(interceptor.isActive()).isFalse();
        assertThat(now(station().call(new HeartbeatRequest())).currentTime()).isEqualTo(NOON);
    }

    private HeldMessage held() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (interceptor.held().isEmpty()) {
            assertThat(System.nanoTime()).as("nothing is held").isLessThan(end);
            Thread.onSpinWait();
        }
        return interceptor.held().get(0);
    }
}
