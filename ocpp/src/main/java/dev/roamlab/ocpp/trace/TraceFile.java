package dev.roamlab.ocpp.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.link.FrameTap.Way;
import dev.roamlab.ocpp.trace.TraceLine.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code trace.jsonl} of frames. Each line is an object: {@code lab} and {@code wall} (moments), {@code station}, {@code event}
 * ({@code open}, {@code frame}, {@code close}), {@code version}, {@code way} ({@code to-csms}, {@code to-station}) and {@code text}.
 */
public final class TraceFile {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private TraceFile() {}

    /** A line as it is written. */
    static String write(TraceLine line) {
        ObjectNode json = JSON.createObjectNode();
        json.put("lab", line.lab().toString());
        json.put("wall", line.wall().toString());
        json.put("station", line.station());
        json.put("event", spelled(line.event()));
        if (!line.version().isEmpty()) {
            json.put("version", line.version());
        }
        line.way().ifPresent(way -> json.put("way", spelled(way)));
        json.put("text", line.text());
        return json.toString();
    }

    /**
     * All lines of a recording.
     *
     * @param source what to call it in errors, such as the file's name
     * @throws IllegalArgumentException naming source, line, field and value
     */
    public static List<TraceLine> read(String recording, String source) {
        List<TraceLine> lines = new ArrayList<>();
        int number = 0;
        for (String text : recording.lines().toList()) {
            number++;
            if (!text.isBlank()) {
                lines.add(line(text, source + ":" + number));
            }
        }
        return lines;
    }

    private static TraceLine line(String text, String place) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(place + ": no JSON: " + noJson.getOriginalMessage(), noJson);
        }
        Event event = constant(Event.class, field(json, "event", place), place + ": event");
        return new TraceLine(
                moment(json, "lab", place),
                moment(json, "wall", place),
                field(json, "station", place),
                event == Event.CLOSE ? "" : field(json, "version", place),
                event,
                event == Event.FRAME
                        ? Optional.of(constant(Way.class, field(json, "way", place), place + ": way"))
                        : Optional.empty(),
                json.path("text").asText(""));
    }

    private static String field(JsonNode json, String name, String place) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(place + ": " + name + ": "
                    + (value.isMissingNode() ? "missing" : value.toString())
                    + ", must be a text; a recording is made with --trace");
        }
        return value.textValue();
    }

    private static Instant moment(JsonNode json, String name, String place) {
        String text = field(json, name, place);
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(
                    place + ": " + name + ": '" + text + "', must be a moment like 2026-01-31T12:00:00Z", none);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text, String place) {
        List<String> all = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (spelled(constant).equals(text)) {
                return constant;
            }
            all.add(spelled(constant));
        }
        throw new IllegalArgumentException(place + ": '" + text + "', must be one of " + String.join(", ", all));
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
