package dev.roamlab.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.Exchange;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as data within a page. The exchanges are apart, one per line, with an index in front, so that a browser reads
 * one when somebody looks at it and not thousands when the page opens.
 */
final class HtmlData {
    private static final int MAX_BODY = 128 * 1024;
    private static final int MIN_BODY = 2 * 1024;
    private static final long MAX_ALL_BODIES = 32L * 1024 * 1024;

    // ASCII only: half a surrogate pair survives any encoding.
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Run run;

    HtmlData(Run run) {
        this.run = run;
    }

    /** What {@code results.json} holds. */
    Stream<String> results() {
        return Stream.of(text(ResultsJson.tree(run)));
    }

    Stream<String> charges() {
        ArrayNode charges = NODES.arrayNode();
        ChargeCurve.of(run).forEach(charge -> charges.add(charge(charge)));
        return Stream.of(text(charges));
    }

    /** Per exchange what lists and diagrams show of it, as an array to save room. */
    Stream<String> index() {
        ArrayNode index = NODES.arrayNode();
        for (Exchange exchange : run.exchanges()) {
            index.addArray()
                    .add(exchange.id())
                    .add(exchange.protocol().name())
                    .add(exchange.operation())
                    .add(exchange.from())
                    .add(exchange.to())
                    .add(SequenceDiagram.answer(exchange))
                    .add(exchange.labTime().toString())
                    .add(exchange.took().toMillis())
                    .add(isBad(exchange));
        }
        return Stream.of(text(index));
    }

    /** The exchanges in the order of the index, a line each; long bodies are cut, and say so. */
    Stream<String> trace() {
        Set<Long> evidence = run.requirements().stream()
                .flatMap(result -> result.deviations().stream())
                .flatMap(deviation -> deviation.exchange().stream())
                .collect(Collectors.toSet());
        int rest = bodyLimit();
        return run.exchanges().stream()
                .map(exchange -> line(exchange, evidence.contains(exchange.id()) ? MAX_BODY : rest) + "\n");
    }

    /** Thousands of pages of locations would make a page that no browser opens. */
    private int bodyLimit() {
        long all = run.exchanges().stream()
                .mapToLong(exchange -> exchange.request().body().length()
                        + exchange.response()
                                .map(response -> response.body().length())
                                .orElse(0))
                .sum();
        return all <= MAX_ALL_BODIES
                ? MAX_BODY
                : (int) Math.max(MIN_BODY, MAX_ALL_BODIES / 2 / run.exchanges().size());
    }

    private static String line(Exchange exchange, int limit) {
        ObjectNode node = TraceJson.tree(exchange);
        cut(node.path("request"), limit);
        cut(node.path("response"), limit);
        return text(node);
    }

    private static void cut(JsonNode message, int limit) {
        String body = message.path("body").asText();
        if (body.length() > limit && message instanceof ObjectNode node) {
            node.put("body", body.substring(0, limit)).put("cut", body.length());
        }
    }

    private static boolean isBad(Exchange exchange) {
        return exchange.response()
                .map(response -> response.line().matches("[45]\\d\\d.*|CALLERROR.*"))
                .orElse(true);
    }

    private static ObjectNode charge(ChargeCurve charge) {
        ObjectNode node = NODES.objectNode()
                .put("version", charge.version())
                .put("station", charge.station())
                .put("transaction", charge.transaction());
        ObjectNode series = node.putObject("series");
        charge.series().forEach((quantity, points) -> {
            ArrayNode array = series.putArray(quantity.spelling());
            points.forEach(
                    point -> array.addArray().add(point.time().toEpochMilli()).add(point.value()));
        });
        return node;
    }

    /** JSON in which nothing can end the script element that holds it. */
    private static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node).replace("<", "\\u003c");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain nodes", impossible);
        }
    }
}
