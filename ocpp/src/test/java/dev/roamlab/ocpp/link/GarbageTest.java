package dev.roamlab.ocpp.link;

import static dev.roamlab.ocpp.link.Lab.next;
import static dev.roamlab.ocpp.link.Lab.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.rpc.Mutations;
import io.vertx.core.Future;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A CSMS among stations that have gone mad. */
class GarbageTest {
    private static final int FRAMES = 10_000;
    private static final List<String> GOOD = List.of(
            "[2,\"1\",\"Heartbeat\",{}]",
            "[2,\"2\",\"BootNotification\",{\"chargePointVendor\":\"v\",\"chargePointModel\":\"m\"}]",
            "[2,\"3\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Available\"}]",
            "[3,\"4\",{\"status\":\"Accepted\"}]",
            "[4,\"5\",\"GenericError\",\"\",{}]");

    @Test
    void thousands_of_mutated_frames_leave_the_others_in_peace() {
        try (var lab = new Lab()) {
            lab.csms.answer = call -> {
                if (call instanceof BootNotificationRequest) {
                    return Future.succeededFuture(
                            new BootNotificationResponse(Lab.NOON, 300, RegistrationStatus.ACCEPTED));
                }
                return Future.succeededFuture(
                        call instanceof StatusNotificationRequest
                                ? new StatusNotificationResponse()
                                : new HeartbeatResponse(Lab.NOON));
            };
            var good = lab.station("GOOD").connected();
            Random random = new Random(7);
            for (int sent = 0; sent < FRAMES; ) {
                sent += rave(RawStation.connect(lab, "BAD"), random);
                now(good.link.call(new HeartbeatRequest()));
            }

            assertThat(lab.server.connection("GOOD")).isPresent();
            assertThat(lab.exchanges)
                    .flatMap(exchange -> exchange.response().stream().toList())
                    .noneMatch(answer -> answer.body().contains(",\"InternalError\","));
        }
    }

    /** Sends garbage until it is shown the door, then knows that all of it was dealt with. */
    private static int rave(RawStation bad, Random random) {
        for (int i = 0; i < 500; i++) {
            bad.say(Mutations.of(GOOD.get(random.nextInt(GOOD.size())), random));
        }
        for (int i = 0; i < 10; i++) {
            bad.say("garbage");
        }
        assertThat(next(bad.closed)).isEqualTo(Close.PROTOCOL_ERROR);
        return 500;
    }
}
