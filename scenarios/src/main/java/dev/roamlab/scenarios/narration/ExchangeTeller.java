package dev.roamlab.scenarios.narration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.Exchange.Protocol;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.scenarios.stage.Places;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells of single exchanges: who calls whom, with what, and what comes back. What repeats itself is told a few times only. */
final class ExchangeTeller {
    private static final int REPEATS = 3;
    private static final int METER_REPEATS = 2;
    private static final int REMEMBERED = 50;
    private static final String MARGIN = "   ";
    /** Stands for a space that is not to be broken or folded. */
    private static final char GLUE = '\u0001';

    private static final String BELOW = " ".repeat(13);
    private static final Pattern LONG_ID =
            Pattern.compile("\\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Set<String> HEADERS =
            Set.of("authorization", "x-request-id", "x-correlation-id", "link", "x-total-count", "x-limit", "location");

    private final Style style;
    private final Places places;
    private final TokenLetters letters;
    private final Deque<Exchange> recent = new ArrayDeque<>();
    private final Map<String, Repeated> repeated = new LinkedHashMap<>();

    ExchangeTeller(Style style, Places places, TokenLetters letters) {
        this.style = style;
        this.places = places;
        this.letters = letters;
    }

    /** Learns what there is to learn, without a word. */
    void watch(Exchange exchange) {
        remember(exchange);
        if (exchange.protocol() == Protocol.OCPI) {
            letters.learn(exchange, Wire.of(exchange));
        }
    }

    /** The lines of one exchange; none when it is one more of its kind. */
    List<String> tell(Exchange exchange) {
        boolean nested = isNested(exchange);
        watch(exchange);
        if (exchange.operation().equals("Heartbeat") && !style.verbose()) {
            return List.of();
        }
        Brief brief = exchange.protocol() == Protocol.OCPI ? ocpi(exchange) : ocpp(exchange);
        Repeated same = repeated.computeIfAbsent(kind(exchange, brief), kind -> new Repeated());
        same.count++;
        same.last = brief;
        same.allowed = brief.title().equals("MeterValues") || brief.title().startsWith("PATCH sessions")
                ? METER_REPEATS
                : REPEATS;
        return same.count > same.allowed && !style.verbose() ? List.of() : lines(exchange, brief, nested);
    }

    /** What was left out since the last time, in a line for each kind. */
    List<String> rest() {
        List<String> lines = new ArrayList<>();
        for (Repeated same : repeated.values()) {
            int more = same.count - same.allowed;
            if (more > 0 && !style.verbose()) {
                String text = "… and " + more + " more " + same.last.title()
                        + (same.last.asked().isEmpty() ? "" : ", the last: " + same.last.asked());
                Lines.wrap(text, style.width(), BELOW).forEach(line -> lines.add(Ink.FAINT.on(line, style)));
            }
        }
        repeated.clear();
        return lines;
    }

    private Brief ocpi(Exchange exchange) {
        Wire wire = Wire.of(exchange);
        boolean aboutTokens =
                wire.module().startsWith("version") || wire.module().equals("credentials");
        String name = letters.name(wire.token());
        String details = wire.module().equals("version") ? " version details" : "";
        return new Brief(
                wire.method() + " " + brief(wire.path()) + details,
                aboutTokens ? "with " + name + " (" + wire.token() + ")" : "",
                aboutTokens ? "" : name,
                brief(OcpiBrief.asked(wire, letters)),
                wire.status(),
                brief(OcpiBrief.answered(wire, letters)),
                wire.succeeded());
    }

    private static Brief ocpp(Exchange exchange) {
        String answer = OcppBrief.answered(exchange);
        boolean fine = exchange.response().isPresent() && !answer.startsWith("error");
        return new Brief(exchange.operation(), "", "", OcppBrief.asked(exchange), "", answer, fine);
    }

    /** Addresses by their names, and the long ids of objects by their beginnings, as nobody reads further. */
    private String brief(String text) {
        String named = places.named(text);
        return style.verbose() ? named : LONG_ID.matcher(named).replaceAll("$1…");
    }

    /** The same call again has the same ends and the same first words of its path. */
    private static String kind(Exchange exchange, Brief brief) {
        String path = brief.title().split("[/?]", 2)[0];
        return exchange.from() + ">" + exchange.to() + ">" + path;
    }

    private List<String> lines(Exchange exchange, Brief brief, boolean nested) {
        boolean ocpi = exchange.protocol() == Protocol.OCPI;
        String inset = nested ? "    " : "";
        Ink ink = ocpi ? Ink.OCPI : Ink.OCPP;
        String arrow = ocpi ? " ━━▶ " : " ┄┄▶ ";
        String ends = name(exchange.from()) + arrow + name(exchange.to());
        String head = MARGIN + time(exchange.labTime()) + "  " + inset;
        List<String> lines = new ArrayList<>();
        String token = brief.token().isEmpty() ? "" : "  " + brief.token();
        int room = style.width() - head.length() - ends.length() - 2 - token.length();
        String title = Lines.clip(brief.title(), Math.max(20, room));
        lines.add(Ink.FAINT.on(head, style) + ink.on(ends, style) + "  " + Ink.STRONG.on(title, style)
                + Ink.FAINT.on(token, style));
        body(brief.with(), inset, lines);
        body(brief.asked(), inset, lines);
        answer(brief, ocpi, inset, ink, lines);
        exchange.notes().forEach(note -> body("note: " + note, inset, lines));
        if (style.verbose()) {
            lines.addAll(inFull(exchange));
        }
        return lines;
    }

    private void body(String text, String inset, List<String> lines) {
        if (!text.isEmpty()) {
            lines.addAll(Lines.wrap(text, style.width(), BELOW + inset));
        }
    }

    private void answer(Brief brief, boolean ocpi, String inset, Ink ink, List<String> lines) {
        if (brief.status().isEmpty() && brief.answered().isEmpty()) {
            return;
        }
        String lead = BELOW + inset + "    ";
        String gap = brief.status().isEmpty() ? "" : "  ";
        List<String> wrapped =
                Lines.wrap(brief.status() + gap.replace(' ', GLUE) + brief.answered(), style.width(), lead);
        for (int i = 0; i < wrapped.size(); i++) {
            String text = wrapped.get(i).replace(GLUE, ' ').substring(lead.length());
            String start = i == 0 ? BELOW + inset + ink.on(ocpi ? "◀━━" : "◀┄┄", style) + " " : lead;
            lines.add((start + (brief.fine() ? text.stripTrailing() : Ink.BAD.on(text.stripTrailing(), style))));
        }
    }

    private List<String> inFull(Exchange exchange) {
        List<String> lines = new ArrayList<>();
        message("▶", exchange.request(), lines);
        exchange.response().ifPresent(answer -> message("◀", answer, lines));
        exchange.failure().ifPresent(reason -> whole("◀ " + reason, lines));
        return lines;
    }

    private void message(String mark, Message message, List<String> lines) {
        whole(mark + " " + message.line(), lines);
        message.headers().forEach((name, value) -> {
            if (HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))
                    || name.toLowerCase(java.util.Locale.ROOT).startsWith("ocpi-")) {
                whole("  " + name + ": " + value, lines);
            }
        });
        JsonNode json = Wire.json(message.body());
        if (!json.isMissingNode()) {
            whole(pretty(json), lines);
        } else if (!message.body().isEmpty()) {
            whole(message.body(), lines);
        }
    }

    private void whole(String text, List<String> lines) {
        Lines.hard(places.named(text), style.width(), BELOW + "│ ")
                .forEach(line -> lines.add(Ink.FAINT.on(line, style)));
    }

    private static String pretty(JsonNode json) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can be written", impossible);
        }
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(style.zone()));
    }

    private String name(String label) {
        return places.actor(label).map(Places.Actor::name).orElse(places.named(label));
    }

    /** Whether the called side of an earlier exchange made this one before it answered. */
    private boolean isNested(Exchange inner) {
        return recent.stream()
                .anyMatch(outer -> name(outer.to()).equals(name(inner.from()))
                        && inner.id() > outer.id()
                        && inner.labTime().equals(outer.labTime())
                        && inner.wallTime().isBefore(outer.wallTime().plus(outer.took())));
    }

    private void remember(Exchange exchange) {
        recent.addLast(exchange);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }

    /**
     * An exchange in words.
     *
     * @param with the token in full, where tokens are what it is about
     * @param token the token's name otherwise
     */
    private record Brief(
            String title, String with, String token, String asked, String status, String answered, boolean fine) {}

    private static final class Repeated {
        private int count;
        private int allowed;
        private Brief last = new Brief("", "", "", "", "", "", true);
    }
}
