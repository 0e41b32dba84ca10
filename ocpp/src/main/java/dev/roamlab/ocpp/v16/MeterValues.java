package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.MeterValuesResponse;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.payload.NotEmpty;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.List;
import java.util.Optional;

/** What was measured, in a transaction or outside. Spec: OCPP 1.6, MeterValues. */
final class MeterValues {
    static final Action<?, ?, ?, ?> ACTION = new Action<>(
            "MeterValues",
            From.STATION,
            StationCall.class,
            Response.class,
            MeterValues.Req.class,
            MeterValues.Conf.class,
            MeterValues::req,
            MeterValues::neutral,
            (asked, answer, side) -> new MeterValues.Conf(),
            (conf, asked, side) -> MeterValues.neutral(asked));

    private MeterValues() {}

    record Req(
            @AtLeast(0) int connectorId,
            Optional<Integer> transactionId,
            @NotEmpty List<Reading> meterValue) {}

    record Conf() {}

    static Req req(StationCall<?> call, Side side) {
        if (call instanceof TransactionEventRequest event) {
            return inTransaction(event, side);
        }
        MeterValuesRequest request = (MeterValuesRequest) call;
        return new Req(side.number(request.evse()), Optional.empty(), readings(request.meterValue()));
    }

    /** A number is missing when the CSMS never answered the start: the figures are still worth having. */
    private static Req inTransaction(TransactionEventRequest event, Side side) {
        return new Req(
                side.number(event.evse().orElseThrow(() -> Side.missing("TransactionEvent.evse"))),
                side.ids().number(event.transactionInfo().transactionId()),
                readings(event.meterValue()));
    }

    static StationCall<?> neutral(Req req, Side side) {
        return req.transactionId().isPresent()
                ? side.transactions().measured(req, req.transactionId().get())
                : new MeterValuesRequest(side.evse(req.connectorId()), Reading.neutral(req.meterValue()));
    }

    static Response neutral(StationCall<?> call) {
        return call instanceof TransactionEventRequest
                ? new TransactionEventResponse(Optional.empty())
                : new MeterValuesResponse();
    }

    private static List<Reading> readings(List<MeterValue> values) {
        return values.stream().map(Reading::of).toList();
    }
}
