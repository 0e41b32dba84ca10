package dev.roamlab.cli.nodes;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.station.StationSnapshot;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints now and then how the lab is doing, when it is doing something new. */
final class News {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Console out;
    private final Lab lab;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "roamlab-news");
        thread.setDaemon(true);
        return thread;
    });
    private String last = "";

    News(Console out, Lab lab, Duration every) {
        this.out = out;
        this.lab = lab;
        timer.scheduleWithFixedDelay(this::tell, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    private void tell() {
        var sessions = lab.emsp().ask(parts -> parts.sessions().first(10_000, ""));
        var cdrs = lab.emsp().ask(parts -> parts.cdrs().count());
        Future.all(sessions, cdrs).onSuccess(known -> {
            List<StationSnapshot> stations = lab.fleet().stations().stream()
                    .map(station -> station.state())
                    .toList();
            long open = sessions.result().stream()
                    .filter(session -> session.value().status() == SessionStatus.ACTIVE)
                    .count();
            String news = String.format(
                    Locale.ROOT,
                    "%d of %d stations connected, %.1f kW flowing, %d sessions under way, %d bills at the eMSP",
                    stations.stream().filter(StationSnapshot::accepted).count(),
                    stations.size(),
                    stations.stream()
                                    .flatMap(station -> station.connectors().stream())
                                    .mapToDouble(StationSnapshot.Connector::watts)
                                    .sum()
                            / 1000,
                    open,
                    cdrs.result());
            if (!news.equals(last)) {
                last = news;
                out.line(TIME.format(lab.clock().instant()) + "  " + news);
            }
        });
    }
}
