package dev.roamlab.station.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpp.link.FrameTap.Way;
import dev.roamlab.ocpp.trace.TraceLine;
import dev.roamlab.ocpp.trace.TraceLine.Event;
import dev.roamlab.station.replay.Act.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to each station of a recording, in its order. */
final class Recording {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, List<Act>> acts = new LinkedHashMap<>();
    /** Actions of calls, by station, way and message id. */
    private final Map<String, String> actions = new HashMap<>();

    private Recording() {}

    static Recording of(List<TraceLine> lines) {
        Recording recording = new Recording();
        for (int i = 0; i < lines.size(); i++) {
            recording.add(i + 1, lines.get(i));
        }
        return recording;
    }

    /** By station, in the order of their first line. */
    Map<String, List<Act>> acts() {
        return acts;
    }

    /** When it begins; empty when nothing was recorded. */
    Optional<Instant> begin() {
        return acts.values().stream().flatMap(List::stream).map(Act::at).min(Instant::compareTo);
    }

    private void add(int number, TraceLine line) {
        List<Act> own = acts.computeIfAbsent(line.station(), id -> new ArrayList<>());
        if (line.event() == Event.FRAME) {
            own.add(frame(number, line));
            return;
        }
        Kind kind = line.event() == Event.OPEN ? Kind.CONNECT : Kind.HANG_UP;
        own.add(new Act(number, line.wall(), kind, "", line.version(), MissingNode.getInstance()));
    }

    private Act frame(int number, TraceLine line) {
        boolean fromStation = line.way().orElseThrow() == Way.TO_CSMS;
        JsonNode json = parsed(line.text());
        int type = json.path(0).asInt(0);
        String id = json.path(1).asText("");
        if (!(json instanceof ArrayNode) || id.isEmpty() || type < 2 || type > 4) {
            // What a CSMS says that is no frame cannot be waited for.
            Kind kind = fromStation ? Kind.SAY : Kind.BE_ANSWERED;
            return new Act(number, line.wall(), kind, "", "", TextNode.valueOf(line.text()));
        }
        if (type == 2) {
            String action = json.path(2).asText("");
            actions.put(key(line.station(), fromStation, id), action);
            return new Act(number, line.wall(), fromStation ? Kind.ASK : Kind.BE_ASKED, id, action, json.path(3));
        }
        String action = actions.getOrDefault(key(line.station(), !fromStation, id), "");
        JsonNode payload = type == 3
                ? json.path(2)
                : JSON.createArrayNode().add(json.path(2)).add(json.path(3).asText(""));
        return new Act(number, line.wall(), fromStation ? Kind.ANSWER : Kind.BE_ANSWERED, id, action, payload);
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static String key(String station, boolean fromStation, String id) {
        return station + (fromStation ? "/>" : "/<") + id;
    }
}
