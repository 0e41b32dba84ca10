package dev.roamlab.cli.chargers;

import dev.roamlab.station.fleet.FleetFigures;
import dev.roamlab.station.fleet.RoundTrips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures in words: the lines of the live view, the line of a pipe, the summary at the end. */
final class FiguresText {
    private FiguresText() {}

    /**
     * What has happened between two looks.
     *
     * @param seconds of wall time between them
     */
    record Window(Standing before, Standing now, double seconds) {
        double messagesPerSecond() {
            long messages = now.figures().messages() - before.figures().messages();
            return seconds > 0 ? messages / seconds : 0;
        }

        /** Of late; where nothing was said of late, from the beginning. */
        RoundTrips roundTrips() {
            RoundTrips all = now.figures().roundTrips();
            RoundTrips late = all.since(before.figures().roundTrips());
            return late.count() == 0 ? all : late;
        }
    }

    static String line(Window window) {
        FleetFigures figures = window.now().figures();
        return String.format(
                Locale.ROOT,
                "%d of %d connected, %d booted, %d charging, %s, %.0f messages/s, round trip %s,"
                        + " %d time-outs, %d reconnects, %d waiting to reconnect",
                figures.connected(),
                figures.stations(),
                figures.accepted(),
                figures.charging(),
                power(figures.watts()),
                window.messagesPerSecond(),
                percentiles(window.roundTrips()),
                figures.timeouts(),
                figures.reconnects(),
                figures.backingOff());
    }

    static List<String> block(Window window) {
        FleetFigures figures = window.now().figures();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "chargers %d   connected %d   booted %d   waiting to reconnect %d",
                figures.stations(),
                figures.connected(),
                figures.accepted(),
                figures.backingOff()));
        lines.add(String.format(
                Locale.ROOT,
                "charging %d   power %s   visits %d   charged %d   turned away %d",
                figures.charging(),
                power(figures.watts()),
                window.now().visits().begun(),
                window.now().visits().charged(),
                window.now().visits().turnedAway()));
        lines.add(String.format(
                Locale.ROOT,
                "messages/s %.0f   round trip p50/p95/p99 %s",
                window.messagesPerSecond(),
                percentiles(window.roundTrips())));
        lines.add(String.format(
                Locale.ROOT,
                "time-outs %d   refused calls %d   reconnects %d   lost %d   failed attempts %d",
                figures.timeouts(),
                figures.callErrors(),
                figures.reconnects(),
                figures.losses(),
                figures.refusals()));
        window.now().dramas().forEach(drama -> lines.add("▸ " + drama));
        return lines;
    }

    /** The summary at the end. */
    static List<String> summary(Standing last, Duration took, boolean exitWhenDone) {
        FleetFigures figures = last.figures();
        double seconds = Math.max(0.001, took.toMillis() / 1000.0);
        List<String> lines = new ArrayList<>();
        lines.add(row("chargers", figures.stations() + ", " + figures.accepted() + " connected and booted at the end"));
        lines.add(row(
                "connections",
                figures.connects() + " made, " + figures.reconnects() + " of them again; " + figures.losses()
                        + " lost, " + figures.refusals() + " attempts failed"));
        lines.add(row(
                "messages",
                String.format(
                        Locale.ROOT,
                        "%d sent, %d received, %.1f per second over %.1f s",
                        figures.sent(),
                        figures.received(),
                        figures.messages() / seconds,
                        seconds)));
        lines.add(row("round trip", "p50/p95/p99 " + percentiles(figures.roundTrips())));
        lines.add(row("calls", figures.timeouts() + " timed out, " + figures.callErrors() + " refused"));
        lines.add(row(
                "transactions",
                figures.transactionsEnded() + " ended, " + figures.charging() + " under way, " + figures.unconfirmed()
                        + " messages not confirmed"));
        if (last.visits().begun() > 0) {
            lines.add(row(
                    "drivers",
                    last.visits().begun() + " came, " + last.visits().charged() + " charged and left, "
                            + last.visits().turnedAway() + " turned away"));
        }
        if (exitWhenDone) {
            lines.add(row("finished", last.finished() + " of " + figures.stations() + " chargers"));
            last.unfinished().forEach(charger -> lines.add("  not finished: " + charger));
        }
        last.problems().forEach((problem, times) -> lines.add("  " + times + " × " + problem));
        return lines;
    }

    static String percentiles(RoundTrips trips) {
        return trips.count() == 0
                ? "–"
                : millis(trips.percentile(0.5)) + "/" + millis(trips.percentile(0.95)) + "/"
                        + millis(trips.percentile(0.99)) + " ms";
    }

    static String power(double watts) {
        return watts >= 1e6
                ? String.format(Locale.ROOT, "%.2f MW", watts / 1e6)
                : String.format(Locale.ROOT, "%.1f kW", watts / 1e3);
    }

    private static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%.0f", millis);
    }

    private static String row(String name, String text) {
        return String.format(Locale.ROOT, "%-13s %s", name, text);
    }
}
