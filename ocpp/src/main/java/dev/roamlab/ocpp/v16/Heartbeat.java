package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;

/** A station is alive. Spec: OCPP 1.6, Heartbeat. */
final class Heartbeat {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "Heartbeat",
            From.STATION,
            HeartbeatRequest.class,
            HeartbeatResponse.class,
            Heartbeat.Req.class,
            Heartbeat.Conf.class,
            Heartbeat::req,
            Heartbeat::neutral,
            Heartbeat::conf,
            Heartbeat::neutral);

    private Heartbeat() {}

    record Req() {}

    record Conf(Instant currentTime) {}

    static Req req(HeartbeatRequest request, Side side) {
        return new Req();
    }

    static HeartbeatRequest neutral(Req req, Side side) {
        return new HeartbeatRequest();
    }

    static Conf conf(HeartbeatResponse response) {
        return new Conf(response.currentTime());
    }

    static HeartbeatResponse neutral(Conf conf) {
        return new HeartbeatResponse(conf.currentTime());
    }
}
