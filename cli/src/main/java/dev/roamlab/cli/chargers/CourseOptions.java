package dev.roamlab.cli.chargers;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.options.Speed;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.lab.LabClock;
import dev.roamlab.lab.RealClock;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.intercept.InterceptRule;
import dev.roamlab.station.behaviour.Span;
import dev.roamlab.station.drama.Dramas;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What happens with the chargers, and for how long. */
final class CourseOptions {
    private static final double USUAL_RAMP = 1000;

    @Option(
            names = "--behaviour",
            paramLabel = "NAME|FILE",
            defaultValue = "idle",
            description = "What drivers do; see 'roamlab chargers behaviours' (default: ${DEFAULT-VALUE}).")
    private String behaviour = "idle";

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            converter = Speed.Converter.class,
            defaultValue = "1",
            description = "How many times faster than real time the chargers live; max does not wait at all"
                    + " (default: ${DEFAULT-VALUE}).")
    private Speed speed = new Speed(1);

    @Option(
            names = "--ramp",
            paramLabel = "RATE",
            description = "Chargers that begin to connect per second, or 'max' (default: 1000).")
    private Optional<String> ramp = Optional.empty();

    @Option(
            names = "--exit-when-done",
            description = "End when every charger has finished what its behaviour asks of it.")
    private boolean exitWhenDone;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "End after this time at the latest, such as 90s, 15m or 8h, as the chargers count time.")
    private Optional<String> most = Optional.empty();

    @Option(
            names = "--leave-transactions",
            description = "At the end, hang up in the middle of transactions (default: stop them first).")
    private boolean leaveTransactions;

    @Option(
            names = "--keep-trying",
            description = "Go on when no charger at all can connect (default: end with exit code 2).")
    private boolean keepTrying;

    @Option(
            names = "--drama",
            paramLabel = "'NAME [at=TIME] ...'",
            description = "What befalls all of them, such as 'blackout at=30s lasts=1m share=50'; repeatable.%n"
                    + "Names: blackout, outage, rush-hour, firmware-wave, slow-network, clock-skew, duplicates, losses,"
                    + " faults.")
    private List<String> dramas = new ArrayList<>();

    @Option(
            names = "--intercept",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "Rules that hold, delay, drop, duplicate or edit messages, JSON or YAML.")
    private Optional<InputFile> intercept = Optional.empty();

    /** The interceptor's rules. */
    List<InterceptRule> rules(InputStream in) {
        return intercept.map(file -> RulesFile.read(file, in)).orElseGet(List::of);
    }

    List<String> dramas() {
        dramas.forEach(CourseOptions::check);
        return dramas;
    }

    private static void check(String drama) {
        try {
            DramaOrder order = DramaOrder.of(drama);
            order.kind().ifPresent(kind -> Dramas.check(kind, order.settings()));
        } catch (IllegalArgumentException wrong) {
            throw new UserError(
                    "--drama: " + wrong.getMessage() + ".",
                    "It looks like --drama 'blackout at=30s lasts=1m share=50'; see --help.");
        }
    }

    String behaviour() {
        return behaviour;
    }

    boolean exitWhenDone() {
        return exitWhenDone;
    }

    boolean stopsTransactions() {
        return !leaveTransactions;
    }

    boolean keepsTrying() {
        return keepTrying;
    }

    boolean isStepped() {
        return speed.isMax();
    }

    /** Lab time after which it ends. */
    Optional<Duration> most() {
        return most.map(text -> {
            try {
                return Span.parse(text).to();
            } catch (IllegalArgumentException wrong) {
                throw new UserError("--for: '" + text + "' is no time.", "Give one such as 90s, 15m or 8h.");
            }
        });
    }

    /** The chargers' time. */
    LabClock clock() {
        if (!speed.isMax()) {
            return new RealClock(speed.factor());
        }
        if (!exitWhenDone && most.isEmpty()) {
            throw new UserError(
                    "--speed max needs an end: nobody can wait for a fleet whose years are seconds.",
                    "Add --exit-when-done or --for TIME, or give a number, such as --speed 60.");
        }
        return new SteppedClock(Instant.now(), SteppedClock.MAX_SPEED);
    }

    /** Chargers that begin to connect per second of lab time, in each of so many processes. */
    double rampPerLabSecond(int processes) {
        String text = ramp.orElse(Double.toString(USUAL_RAMP)).strip().replaceFirst("/s$", "");
        double rate = text.equals("max")
                ? Double.POSITIVE_INFINITY
                : text.matches("\\d{1,7}(\\.\\d{1,3})?") ? Double.parseDouble(text) : -1;
        if (!(rate > 0)) {
            throw new UserError(
                    "--ramp: '" + text + "' is no rate.", "Give chargers per second, such as 50 or 50/s, or max.");
        }
        return rate / processes / (speed.isMax() ? 1 : speed.factor());
    }
}
