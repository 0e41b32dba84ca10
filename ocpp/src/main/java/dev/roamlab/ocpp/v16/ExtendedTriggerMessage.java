package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.TriggerMessageResponse;
import dev.roamlab.ocpp.messages.TriggerMessageStatus;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The CSMS wants to have a message, one of the whitepaper's included. Spec: OCPP 1.6 security whitepaper, ExtendedTriggerMessage. */
final class ExtendedTriggerMessage {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "ExtendedTriggerMessage",
            From.CSMS,
            TriggerMessageRequest.class,
            TriggerMessageResponse.class,
            ExtendedTriggerMessage.Req.class,
            ExtendedTriggerMessage.Conf.class,
            ExtendedTriggerMessage::req,
            ExtendedTriggerMessage::neutral,
            ExtendedTriggerMessage::conf,
            ExtendedTriggerMessage::neutral);

    private ExtendedTriggerMessage() {}

    record Req(Message requestedMessage, @AtLeast(1) Optional<Integer> connectorId) {}

    record Conf(TriggerMessageStatus status) {}

    /** Which message. Spec: OCPP 1.6 security whitepaper, MessageTriggerEnumType. */
    enum Message {
        BOOT_NOTIFICATION,
        LOG_STATUS_NOTIFICATION,
        FIRMWARE_STATUS_NOTIFICATION,
        HEARTBEAT,
        METER_VALUES,
        SIGN_CHARGE_POINT_CERTIFICATE,
        STATUS_NOTIFICATION;

        static Message of(MessageTrigger trigger) {
            return trigger == MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE
                    ? SIGN_CHARGE_POINT_CERTIFICATE
                    : valueOf(trigger.name());
        }

        MessageTrigger neutral() {
            return this == SIGN_CHARGE_POINT_CERTIFICATE
                    ? MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE
                    : MessageTrigger.valueOf(name());
        }
    }

    /** Whether a request has to go by this message: the older one asks for the older messages. */
    static boolean carries(TriggerMessageRequest request, Side side) {
        return switch (request.requestedMessage()) {
            case SIGN_CHARGING_STATION_CERTIFICATE -> true;
            case LOG_STATUS_NOTIFICATION -> side.log().extended();
            case FIRMWARE_STATUS_NOTIFICATION -> side.firmware().extended();
            default -> false;
        };
    }

    static Req req(TriggerMessageRequest request, Side side) {
        return new Req(
                Message.of(request.requestedMessage()),
                request.evse().map(side::number).filter(number -> number > 0));
    }

    static TriggerMessageRequest neutral(Req req, Side side) {
        side.asked(req.requestedMessage().neutral(), true);
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
