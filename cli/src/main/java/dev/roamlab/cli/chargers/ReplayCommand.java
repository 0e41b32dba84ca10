package dev.roamlab.cli.chargers;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.options.Speed;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.ocpp.trace.TraceFile;
import dev.roamlab.ocpp.trace.TraceLine;
import dev.roamlab.station.replay.Difference;
import dev.roamlab.station.replay.Replay;
import dev.roamlab.station.replay.ReplayReport;
import dev.roamlab.station.replay.ReplaySettings;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays the chargers' side of a recording. */
@Command(
        name = "replay",
        description =
                "Play the chargers' side of a recording against a central system, and say where it answers otherwise.",
        customSynopsis = "roamlab chargers replay TRACE --csms URL [OPTIONS]",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "A recording is made by: roamlab chargers start --trace FILE.",
            "Moments, and numbers that a central system makes up (such as transactionId), are not compared.",
            "Exit codes: 0 all as recorded, 1 differences, 2 could not be played.",
            "",
            "Examples:",
            "  roamlab chargers replay trace.jsonl --csms ws://localhost:8001/ocpp",
            "  roamlab chargers replay trace.jsonl --csms ws://localhost:8001/ocpp --speed 1 --keep-times"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    private final CommandContext context;

    @Parameters(
            paramLabel = "TRACE",
            arity = "1",
            converter = InputFile.Converter.class,
            description = "The recording, JSON lines; - reads standard input.")
    private InputFile trace = new InputFile(Optional.empty());

    @Option(
            names = "--csms",
            required = true,
            paramLabel = "URL",
            description =
                    "Where to connect to, ws://... or wss://...; the charger's id is added as the last part of the path.")
    private String csms = "";

    @Option(names = "--password", paramLabel = "P", description = "Password of the chargers (HTTP Basic).")
    private Optional<String> password = Optional.empty();

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            defaultValue = "max",
            converter = Speed.Converter.class,
            description = "How many times faster than recorded (default: max, as fast as answers come).")
    private Speed speed = Speed.MAX;

    @Option(names = "--keep-times", description = "Send moments as recorded (default: shifted, so that it begins now).")
    private boolean keepTimes;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description =
                    "How long to wait for an answer, or for a call that the recording has (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(names = "--all", description = "Show every difference, not just the first " + SHOWN + ".")
    private boolean all;

    ReplayCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<TraceLine> lines = lines();
        ReplaySettings settings = settings();
        Vertx vertx = Vertx.vertx();
        try {
            ReplayReport report =
                    new Replay(vertx, lines, settings, Clock.systemUTC()).play().await();
            print(report);
            return report.broken().isEmpty()
                    ? report.differences().isEmpty() ? ExitCodes.CLEAN : ExitCodes.FINDINGS
                    : ExitCodes.COULD_NOT_RUN;
        } finally {
            vertx.close().await();
        }
    }

    private List<TraceLine> lines() {
        try {
            List<TraceLine> lines = TraceFile.read(trace.text(context.in()), trace.name());
            if (lines.isEmpty()) {
                throw new UserError(
                        trace.name() + " is empty.", "Record one with: roamlab chargers start --trace FILE");
            }
            return lines;
        } catch (IllegalArgumentException broken) {
            throw new UserError(broken.getMessage() + ".", "Record one with: roamlab chargers start --trace FILE");
        }
    }

    private ReplaySettings settings() {
        if (patience < 1) {
            throw new UserError("--patience: " + patience + ", must be at least 1 second.");
        }
        try {
            return new ReplaySettings(csms, password, speed.factor(), keepTimes, Duration.ofSeconds(patience));
        } catch (IllegalArgumentException wrong) {
            throw new UserError("--csms: " + wrong.getMessage(), "Give a URL like ws://localhost:8001/ocpp.");
        }
    }

    private void print(ReplayReport report) {
        Console out = context.out();
        List<Difference> shown = report.differences().stream()
                .limit(all ? Long.MAX_VALUE : SHOWN)
                .toList();
        shown.forEach(difference -> out.line(difference.toString()));
        if (shown.size() < report.differences().size()) {
            out.line("… and " + (report.differences().size() - shown.size()) + " more; --all shows them.");
        }
        report.broken().forEach(broken -> context.err().line(broken));
        out.line(out.paint(Style.BOLD, count(report.differences().size(), "difference")) + ": "
                + count(report.stations(), "charger") + ", " + count(report.sent(), "message") + " sent, "
                + report.compared() + " answers and calls compared");
    }

    private static String count(int number, String what) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + what + (number == 1 ? "" : "s");
    }
}
