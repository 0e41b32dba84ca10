package dev.roamlab.ocpp.v201;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.MeterValuesResponse;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.rpc.Outgoing;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import java.util.Optional;

/** Neutral messages to and from a version of the 2.x family. It remembers nothing: the wire carries all that matters. */
final class TranslationV2 implements Translation {
    private static final String ANSWER = " answer";

    private final End us;
    private final Vocabulary vocabulary;

    TranslationV2(End us, Vocabulary vocabulary) {
        this.us = us;
        this.vocabulary = vocabulary;
    }

    @Override
    public <A extends Response> Outgoing<A> outgoing(Request<A> request) {
        Optional<Response> unsaid = unsaid(request);
        if (unsaid.isPresent()) {
            return new Outgoing.Unsaid<>(request.responseType().cast(unsaid.get()));
        }
        Action<?, ?> action = vocabulary.carrying(request);
        ObjectNode payload = vocabulary.binding().write(action.name(), (Record) request);
        return new Outgoing.Sent<>(
                action.name(),
                payload,
                json -> vocabulary.binding().read(action.name() + ANSWER, json, request.responseType()));
    }

    @Override
    public Incoming incoming(String name, ObjectNode payload) {
        Action<?, ?> action = vocabulary.asked(name, us);
        Request<?> request = vocabulary.binding().read(action.name(), payload, action.request());
        return new Incoming(request, answer -> vocabulary.binding().write(action.name() + ANSWER, (Record) answer));
    }

    @Override
    public boolean isBlank() {
        return true;
    }

    /** Connectors have a status, stations have none; and meter values of which no figure can be said say nothing. */
    private static Optional<Response> unsaid(Request<?> request) {
        if (request instanceof StatusNotificationRequest status && status.evseId() == 0) {
            return Optional.of(new StatusNotificationResponse());
        } else if (request instanceof MeterValuesRequest values
                && Reading.of(values.meterValue()).isEmpty()) {
            return Optional.of(new MeterValuesResponse());
        }
        return Optional.empty();
    }
}
