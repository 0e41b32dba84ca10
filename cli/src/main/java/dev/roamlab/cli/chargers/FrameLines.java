package dev.roamlab.cli.chargers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.lab.LabClock;
import dev.roamlab.lab.Redaction;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.FrameTap;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Shows every frame in a line, as it crosses the wire. */
final class FrameLines implements FrameTap {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final int MOST_OPEN = 1000;
    private static final int CALL = 2;
    private static final int RESULT = 3;
    private static final int ERROR = 4;

    private final Screen screen;
    private final LabClock clock;
    private final Map<String, String> actions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_OPEN;
        }
    };
    private final boolean cuts;
    private volatile boolean on;

    /**
     * Lines on a screen.
     *
     * @param whole shows long messages whole at a terminal, too
     */
    FrameLines(Screen screen, LabClock clock, boolean on, boolean whole) {
        this.screen = screen;
        this.cuts = screen.isAlive() && !whole;
        this.clock = clock;
        this.on = on;
    }

    /** Shows them, or does not any more. */
    boolean toggle() {
        on = !on;
        return on;
    }

    @Override
    public boolean isActive() {
        return on;
    }

    @Override
    public void frame(Passage passage, String text) {
        screen.line(line(passage, text));
        passage.pass(text);
    }

    @Override
    public void opened(String stationId, String version) {
        if (on) {
            screen.line(head(stationId) + "connected, OCPP " + version);
        }
    }

    @Override
    public void closed(String stationId, Close close) {
        if (on) {
            screen.line(head(stationId) + "connection ended: " + close);
        }
    }

    private String line(Passage passage, String text) {
        String arrow = passage.way() == Way.TO_CSMS ? "→ " : "← ";
        String clean = Redaction.body(text);
        String lead = head(passage.stationId()) + arrow;
        try {
            return lead + frame(passage, JSON.readTree(clean), lead.length());
        } catch (JsonProcessingException noFrame) {
            return lead + screen.out().paint(Style.RED, "no frame: ") + cut(clean, lead.length() + 10);
        }
    }

    private String frame(Passage passage, JsonNode frame, int lead) {
        String id = passage.stationId() + "/" + frame.path(1).asText();
        int kind = frame.path(0).asInt();
        if (kind == CALL) {
            String action = frame.path(2).asText();
            remember(passage.way() + id, action);
            return painted(Style.BOLD, action, frame.path(3).toString(), lead);
        }
        String action = remembered(opposite(passage.way()) + id);
        if (kind == RESULT) {
            return painted(Style.GREEN, action + " ✓", frame.path(2).toString(), lead);
        } else if (kind == ERROR) {
            String what = frame.path(2).asText() + " " + frame.path(3).asText();
            return painted(Style.RED, action + " ✗", what, lead);
        }
        return painted(Style.RED, "no frame:", frame.toString(), lead);
    }

    private String painted(Style style, String label, String rest, int lead) {
        return screen.out().paint(style, label) + " " + cut(rest, lead + label.length() + 1);
    }

    /** One line for a person; a pipe gets everything. */
    private String cut(String text, int used) {
        int room = Math.max(20, screen.width() - used);
        return cuts && text.length() > room ? text.substring(0, room - 1) + "…" : text;
    }

    private String head(String stationId) {
        return String.format(Locale.ROOT, "%s %s ", TIME.format(clock.instant()), stationId);
    }

    private synchronized void remember(String id, String action) {
        actions.put(id, action);
    }

    private synchronized String remembered(String id) {
        String action = actions.remove(id);
        return action == null ? "?" : action;
    }

    private static Way opposite(Way way) {
        return way == Way.TO_CSMS ? Way.TO_STATION : Way.TO_CSMS;
    }
}
