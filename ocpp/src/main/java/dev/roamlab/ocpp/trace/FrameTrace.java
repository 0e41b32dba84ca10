package dev.roamlab.ocpp.trace;

import dev.roamlab.lab.LabClock;
import dev.roamlab.lab.LineWriter;
import dev.roamlab.lab.Redaction;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.FrameTap;
import dev.roamlab.ocpp.trace.TraceLine.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Records every frame of a host's connections in a file, and lets it through. */
public final class FrameTrace implements FrameTap, AutoCloseable {
    private final LabClock clock;
    private final Clock wall;
    private final LineWriter lines;

    private FrameTrace(LabClock clock, Clock wall, LineWriter lines) {
        this.clock = clock;
        this.wall = wall;
        this.lines = lines;
    }

    /**
     * Begins a new file.
     *
     * @param wall the machine's clock
     */
    public static FrameTrace open(Path file, LabClock clock, Clock wall) throws IOException {
        return new FrameTrace(clock, wall, LineWriter.open(file, "frame-trace"));
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void frame(Passage passage, String text) {
        add(passage.stationId(), passage.version(), Event.FRAME, Optional.of(passage.way()), text);
        passage.pass(text);
    }

    @Override
    public void opened(String stationId, String version) {
        add(stationId, version, Event.OPEN, Optional.empty(), "");
    }

    @Override
    public void closed(String stationId, Close close) {
        add(stationId, "", Event.CLOSE, Optional.empty(), close.toString());
    }

    /**
     * Writes what is still to be written.
     *
     * @throws IOException when anything could not be written
     */
    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void add(String stationId, String version, Event event, Optional<Way> way, String text) {
        Instant lab = clock.instant();
        Instant seen = wall.instant();
        lines.add(
                () -> TraceFile.write(new TraceLine(lab, seen, stationId, version, event, way, Redaction.body(text))));
    }
}
