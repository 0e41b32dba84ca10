package dev.roamlab.cli.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.lab.Exchange.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a message holds at the places that matter, and the piece of its body around the first of them. */
final class Excerpt {
    private static final String INDENT = "             ";
    private static final int PLACES = 3;
    private static final int VALUE = 120;
    private static final int BODY = 240;
    private static final int BEFORE = 60;
    private static final JsonMapper JSON = new JsonMapper();

    private final Console out;

    Excerpt(Console out) {
        this.out = out;
    }

    /** @param places JSON pointers into the body, or names of headers */
    void print(Message message, List<String> places) {
        JsonNode body = json(message.body());
        for (String place : places.stream().limit(PLACES).toList()) {
            String value = isPointer(place)
                    ? body.at(place).isMissingNode()
                            ? "absent"
                            : clipped(body.at(place).toString())
                    : header(message, place).orElse("absent");
            out.hanging(INDENT + out.paint(Style.YELLOW, "▸ " + (place.isEmpty() ? "body" : place)) + " = ", value);
        }
        String text = message.body().replaceAll("\\s+", " ").strip();
        int width = Math.max(40, out.look().width() - INDENT.length());
        String piece = piece(text, places);
        for (int at = 0; at < piece.length(); at += width) {
            out.line(INDENT + out.paint(Style.DIM, piece.substring(at, Math.min(piece.length(), at + width))));
        }
    }

    /** The body, or the part of it that shows the first place. */
    private static String piece(String body, List<String> places) {
        int field = places.stream()
                .filter(Excerpt::isPointer)
                .map(Excerpt::lastName)
                .mapToInt(name -> body.indexOf('"' + name + '"'))
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(0);
        int from = body.length() <= BODY ? 0 : Math.max(0, Math.min(field - BEFORE, body.length() - BODY));
        int to = Math.min(body.length(), from + BODY);
        return (from > 0 ? "…" : "") + body.substring(from, to) + (to < body.length() ? "…" : "");
    }

    private static String lastName(String pointer) {
        JsonPointer last = JsonPointer.compile(pointer).last();
        return last == null ? "" : last.getMatchingProperty();
    }

    private static boolean isPointer(String place) {
        return place.isEmpty() || place.startsWith("/");
    }

    private static Optional<String> header(Message message, String name) {
        return message.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static JsonNode json(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    private static String clipped(String text) {
        return text.length() <= VALUE ? text : text.substring(0, VALUE) + "…";
    }
}
