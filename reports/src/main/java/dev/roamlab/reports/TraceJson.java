package dev.roamlab.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code trace.jsonl}: one exchange per line, nothing shortened, and back again. */
public final class TraceJson {
    // ASCII only: a line survives any terminal, and half a surrogate pair survives the round trip.
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private TraceJson() {}

    /** The lines of a run's trace, each with its line feed. */
    public static Stream<String> render(Run run) {
        return run.exchanges().stream().map(exchange -> line(exchange) + "\n");
    }

    /** One exchange as one line, without a line feed. */
    public static String line(Exchange exchange) {
        try {
            return MAPPER.writeValueAsString(tree(exchange));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain nodes", impossible);
        }
    }

    static ObjectNode tree(Exchange exchange) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", exchange.id())
                .put("protocol", exchange.protocol().name())
                .put("version", exchange.version())
                .put("operation", exchange.operation())
                .put("from", exchange.from())
                .put("to", exchange.to())
                .put("correlation_id", exchange.correlationId())
                .put("lab_time", exchange.labTime().toString())
                .put("wall_time", exchange.wallTime().toString())
                .put("took_nanos", exchange.took().toNanos());
        node.set("request", message(exchange.request()));
        exchange.response().ifPresent(response -> node.set("response", message(response)));
        exchange.failure().ifPresent(failure -> node.put("failure", failure));
        ArrayNode notes = node.putArray("notes");
        exchange.notes().forEach(notes::add);
        return node;
    }

    /**
     * The exchange that a line holds.
     *
     * @throws IllegalArgumentException when the line is not JSON, or lacks a member; the message names it
     */
    public static Exchange parse(String line) {
        try {
            return exchange(MAPPER.readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Exchange exchange(JsonNode node) {
        return new Exchange(
                member(node, "id").asLong(),
                protocol(text(node, "protocol")),
                text(node, "version"),
                text(node, "operation"),
                text(node, "from"),
                text(node, "to"),
                text(node, "correlation_id"),
                Instant.parse(text(node, "lab_time")),
                Instant.parse(text(node, "wall_time")),
                Duration.ofNanos(member(node, "took_nanos").asLong()),
                message(member(node, "request")),
                node.has("response") ? Optional.of(message(member(node, "response"))) : Optional.empty(),
                node.has("failure") ? Optional.of(text(node, "failure")) : Optional.empty(),
                texts(member(node, "notes")));
    }

    private static JsonNode message(Message message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("line", message.line());
        ObjectNode headers = node.putObject("headers");
        message.headers().forEach(headers::put);
        return node.put("body", message.body());
    }

    private static Message message(JsonNode node) {
        Map<String, String> headers = new LinkedHashMap<>();
        member(node, "headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Message(text(node, "line"), headers, text(node, "body"));
    }

    private static Protocol protocol(String name) {
        return Arrays.stream(Protocol.values())
                .filter(protocol -> protocol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "protocol is \"" + name + "\", must be one of " + Arrays.toString(Protocol.values())));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(JsonNode node, String name) {
        return member(node, name).asText();
    }

    private static JsonNode member(JsonNode node, String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            throw new IllegalArgumentException("member " + name + " is missing");
        }
        return member;
    }
}
