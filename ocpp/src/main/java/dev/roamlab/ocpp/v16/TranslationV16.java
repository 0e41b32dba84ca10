package dev.roamlab.ocpp.v16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationResponse;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationResponse;
import dev.roamlab.ocpp.payload.Payloads;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.Outgoing;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.util.Optional;

/** Neutral messages to and from 1.6, for one end of one station. */
final class TranslationV16 implements Translation {
    private final Action.From other;
    private final Side side;

    /** @param other who asks us */
    TranslationV16(Action.From other, Side side) {
        this.other = other;
        this.side = side;
    }

    @Override
    public <A extends Response> Outgoing<A> outgoing(Request<A> request) {
        return Actions.carrying(request, side)
                .map(action -> sent(action, request))
                .orElseGet(() -> unsaid(request));
    }

    @Override
    public Incoming incoming(String name, ObjectNode payload) {
        return incoming(Actions.asked(name, other), payload);
    }

    @Override
    public boolean isBlank() {
        return side.isBlank();
    }

    private <N extends Request<?>, C extends Record, A extends Response> Outgoing<A> sent(
            Action<N, ?, ?, C> action, Request<A> request) {
        N asked = action.request().cast(request);
        ObjectNode payload = Payloads.write(action.name(), written(action, asked));
        return new Outgoing.Sent<>(
                action.name(),
                payload,
                json -> request.responseType()
                        .cast(action.fromConf()
                                .read(Payloads.read(action.name() + " answer", json, action.conf()), asked, side)));
    }

    /** What a number cannot be found for is the caller's mistake; it is told in the same way as any other. */
    private <N extends Request<?>> Record written(Action<N, ?, ?, ?> action, N asked) {
        try {
            return action.toReq().apply(asked, side);
        } catch (IllegalArgumentException wrong) {
            throw new OcppCallException(
                    RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION, action.name() + ": " + wrong.getMessage());
        }
    }

    private static <A extends Response> Outgoing<A> unsaid(Request<A> request) {
        return new Outgoing.Unsaid<>(request.responseType().cast(takenNote(request)));
    }

    /** Only transactions, updates and uploads have news that 1.6 does not tell. */
    private static Response takenNote(Request<?> request) {
        if (request instanceof FirmwareStatusNotificationRequest) {
            return new FirmwareStatusNotificationResponse();
        }
        return request instanceof LogStatusNotificationRequest
                ? new LogStatusNotificationResponse()
                : new TransactionEventResponse(Optional.empty());
    }

    private <N extends Request<?>, A extends Response, Q extends Record, C extends Record> Incoming incoming(
            Action<N, A, Q, C> action, ObjectNode payload) {
        Q req = Payloads.read(action.name(), payload, action.req());
        N asked = action.request().cast(action.fromReq().apply(req, side));
        return new Incoming(
                asked,
                answer -> Payloads.write(
                        action.name() + " answer",
                        action.toConf().write(asked, action.response().cast(answer), side)));
    }
}
