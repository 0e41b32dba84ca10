package dev.roamlab.station.replay;

import dev.roamlab.ocpp.trace.TraceLine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Plays the stations' side of a recording against a CSMS, and compares what the CSMS says with what was recorded. Moments and
 * numbers that a CSMS makes up are not compared.
 */
public final class Replay {
    private final Vertx vertx;
    private final ReplaySettings settings;
    private final Clock wall;
    private final Recording recording;

    /**
     * A replay of these lines.
     *
     * @param wall the machine's clock: what was recorded is shifted to its present
     */
    public Replay(Vertx vertx, List<TraceLine> lines, ReplaySettings settings, Clock wall) {
        this.vertx = vertx;
        this.settings = settings;
        this.wall = wall;
        this.recording = Recording.of(lines);
    }

    /** Plays all stations side by side. Never fails: what goes wrong is in the report. */
    public Future<ReplayReport> play() {
        Promise<ReplayReport> report = Promise.promise();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(begun -> {
            List<StationReplay> stations = new ArrayList<>();
            List<String> broken = new ArrayList<>();
            List<Future<Void>> ends = new ArrayList<>();
            recording.acts().forEach((id, acts) -> {
                var station = new StationReplay(vertx, id, acts, settings, shift());
                stations.add(station);
                ends.add(station.play().onFailure(failure -> broken.add(id + ": " + failure.getMessage())));
            });
            Future.join(ends).onComplete(done -> report.complete(report(stations, broken)));
        });
        return report.future();
    }

    private Duration shift() {
        return settings.keepTimes()
                ? Duration.ZERO
                : recording
                        .begin()
                        .map(at -> Duration.between(at, wall.instant()))
                        .orElse(Duration.ZERO);
    }

    private static ReplayReport report(List<StationReplay> stations, List<String> broken) {
        return new ReplayReport(
                stations.size(),
                stations.stream().mapToInt(station -> station.sent).sum(),
                stations.stream().mapToInt(station -> station.compared).sum(),
                stations.stream()
                        .flatMap(station -> station.differences.stream())
                        .sorted(Comparator.comparingInt(Difference::line))
                        .toList(),
                broken);
    }
}
