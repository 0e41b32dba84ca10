package dev.roamlab.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Protocol;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the meter values of each transaction in a run's OCPP messages, 1.6 and 2.0.1. */
final class MeterReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PAYLOAD_OF_CALL = 3;
    private static final int PAYLOAD_OF_RESULT = 2;

    /** Transaction numbers repeat from lab to lab; a version has a lab of its own. */
    private record Key(String version, String station, String transaction) {}

    private final Map<Long, String> versions = new HashMap<>();
    private final Map<Key, MeterLog> logs = new LinkedHashMap<>();

    private MeterReader(Run run) {
        for (ScenarioResult scenario : run.scenarios()) {
            scenario.exchanges().forEach(id -> versions.putIfAbsent(id, scenario.version()));
        }
    }

    static List<ChargeCurve> read(Run run) {
        MeterReader reader = new MeterReader(run);
        run.exchanges().stream()
                .filter(exchange -> exchange.protocol() == Protocol.OCPP)
                .forEach(reader::read);
        return reader.logs.entrySet().stream()
                .filter(entry -> entry.getValue().isWorthAPlot())
                .map(entry -> new ChargeCurve(
                        entry.getKey().version(),
                        entry.getKey().station(),
                        entry.getKey().transaction(),
                        entry.getValue().series()))
                .toList();
    }

    private void read(Exchange exchange) {
        switch (exchange.operation()) {
            case "StartTransaction" -> started(exchange);
            case "MeterValues" -> metered(exchange);
            case "StopTransaction" -> stopped(exchange);
            case "TransactionEvent" -> event(exchange);
            default -> {
                // Every other message says nothing about a meter.
            }
        }
    }

    private void started(Exchange exchange) {
        JsonNode call = call(exchange);
        String id = exchange.response()
                .map(response -> payload(response.body(), PAYLOAD_OF_RESULT)
                        .path("transactionId")
                        .asText())
                .orElse("");
        log(exchange, id).reading(call.path("timestamp").asText(), call.path("meterStart"));
    }

    private void metered(Exchange exchange) {
        JsonNode call = call(exchange);
        log(exchange, call.path("transactionId").asText()).values(call.path("meterValue"));
    }

    private void stopped(Exchange exchange) {
        JsonNode call = call(exchange);
        MeterLog log = log(exchange, call.path("transactionId").asText());
        log.values(call.path("transactionData"));
        log.reading(call.path("timestamp").asText(), call.path("meterStop"));
    }

    private void event(Exchange exchange) {
        JsonNode call = call(exchange);
        log(exchange, call.path("transactionInfo").path("transactionId").asText())
                .values(call.path("meterValue"));
    }

    /** What belongs to no transaction goes into a log that nobody reads. */
    private MeterLog log(Exchange exchange, String transaction) {
        if (transaction.isEmpty()) {
            return new MeterLog();
        }
        Key key = new Key(versions.getOrDefault(exchange.id(), ""), exchange.from(), transaction);
        return logs.computeIfAbsent(key, absent -> new MeterLog());
    }

    private static JsonNode call(Exchange exchange) {
        return payload(exchange.request().body(), PAYLOAD_OF_CALL);
    }

    /** A frame's payload; a body that is no frame is taken for the payload itself, nonsense for an empty one. */
    private static JsonNode payload(String body, int place) {
        try {
            JsonNode frame = MAPPER.readTree(body);
            return frame.isArray() ? frame.path(place) : frame;
        } catch (JsonProcessingException nonsense) {
            return MAPPER.missingNode();
        }
    }
}
