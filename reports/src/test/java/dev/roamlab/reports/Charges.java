package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OCPP messages of charges, as stations send them. */
final class Charges {
    private static final Instant START = Instant.parse("2026-03-17T15:00:00Z");

    private Charges() {}

    /** A run of one scenario in which two stations charge, one speaking 1.6 and one 2.0.1. */
    static Run run() {
        List<Exchange> exchanges = new ArrayList<>();
        exchanges.add(ocpp(
                1,
                "StartTransaction",
                "{\"connectorId\":1,\"meterStart\":1000,\"timestamp\":\"" + START + "\"}",
                "{\"transactionId\":7}"));
        for (int minute = 1; minute <= 40; minute++) {
            exchanges.add(ocpp(1 + minute, "MeterValues", phases(minute), "{}"));
        }
        exchanges.add(ocpp(
                50,
                "StopTransaction",
                "{\"transactionId\":7,\"meterStop\":8400,\"timestamp\":\"" + at(41) + "\"}",
                "{}"));
        for (int minute = 0; minute <= 40; minute++) {
            exchanges.add(ocpp(60 + minute, "TransactionEvent", fast(minute), "{}"));
        }
        List<Long> ids = exchanges.stream().map(Exchange::id).toList();
        return RunBuilder.builder(Runs.scenarios())
                .results(List.of(Runs.scenario(
                        "charging",
                        "2.3.0",
                        Verdict.PASSED,
                        List.of(Runs.step(1, "Mia charges", Verdict.PASSED, ids)))))
                .exchanges(exchanges)
                .build();
    }

    /** 1.6: power per phase in W, energy without a measurand, which is its default. */
    private static String phases(int minute) {
        return """
                {"connectorId":1,"transactionId":7,"meterValue":[{"timestamp":"%s","sampledValue":[
                {"value":"%d"},
                {"value":"3600.0","measurand":"Power.Active.Import","phase":"L1","unit":"W"},
                {"value":"3700.0","measurand":"Power.Active.Import","phase":"L2","unit":"W"},
                {"value":"3700.0","measurand":"Power.Active.Import","phase":"L3","unit":"W"},
                {"value":"16.0","measurand":"Current.Import","unit":"A"}]}]}""".formatted(at(minute), 1000 + minute * 180);
    }

    /** 2.0.1: numbers, multipliers, and a state of charge. */
    private static String fast(int minute) {
        return """
                {"eventType":"Updated","timestamp":"%1$s","transactionInfo":{"transactionId":"t-1"},"meterValue":[
                {"timestamp":"%1$s","sampledValue":[
                {"value":%2$d,"measurand":"Energy.Active.Import.Register","unitOfMeasure":{"unit":"Wh","multiplier":3}},
                {"value":%3$d,"measurand":"Power.Active.Import","unitOfMeasure":{"unit":"kW"}},
                {"value":%4$d,"measurand":"SoC","location":"EV","unitOfMeasure":{"unit":"Percent"}}]}]}""".formatted(at(minute), 500 + minute, 150 - 2 * minute, 20 + minute * 3 / 2);
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static Exchange ocpp(long id, String operation, String request, String answer) {
        return new Exchange(
                id,
                Protocol.OCPP,
                operation.equals("TransactionEvent") ? "2.0.1" : "1.6",
                operation,
                operation.equals("TransactionEvent") ? "station:FAST-1" : "station:SLOW-1",
                "cpo",
                "m-" + id,
                START.plusSeconds(id),
                START.plusSeconds(id),
                Duration.ofMillis(3),
                new Message("CALL", Map.of(), "[2,\"m-" + id + "\",\"" + operation + "\"," + request + "]"),
                Optional.of(new Message("CALLRESULT", Map.of(), "[3,\"m-" + id + "\"," + answer + "]")),
                Optional.empty(),
                List.of());
    }
}
