package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.TriggerMessageResponse;
import dev.roamlab.ocpp.messages.TriggerMessageStatus;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The CSMS wants to have a message. Spec: OCPP 1.6, TriggerMessage. */
final class TriggerMessage {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "TriggerMessage",
            From.CSMS,
            TriggerMessageRequest.class,
            TriggerMessageResponse.class,
            TriggerMessage.Req.class,
            TriggerMessage.Conf.class,
            TriggerMessage::req,
            TriggerMessage::neutral,
            TriggerMessage::conf,
            TriggerMessage::neutral);

    private TriggerMessage() {}

    record Req(Trigger requestedMessage, @AtLeast(1) Optional<Integer> connectorId) {}

    record Conf(TriggerMessageStatus status) {}

    static Req req(TriggerMessageRequest request, Side side) {
        return new Req(
                Trigger.of(request.requestedMessage()),
                request.evse().map(side::number).filter(number -> number > 0));
    }

    static TriggerMessageRequest neutral(Req req, Side side) {
        side.asked(req.requestedMessage().neutral(), false);
        return new TriggerMessageRequest(
                req.requestedMessage().neutral(), req.connectorId().map(side::evse));
    }

    static Conf conf(TriggerMessageResponse response) {
        return new Conf(response.status());
    }

    static TriggerMessageResponse neutral(Conf conf) {
        return new TriggerMessageResponse(conf.status());
    }
}
