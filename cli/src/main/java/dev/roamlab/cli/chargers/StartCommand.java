package dev.roamlab.cli.chargers;

import dev.roamlab.cli.control.ApiOptions;
import dev.roamlab.cli.options.Folder;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.Narrates;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.link.FrameTap;
import dev.roamlab.ocpp.trace.FrameTrace;
import dev.roamlab.station.fleet.FleetFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts chargers against a central system, and stays with them. */
@Command(
        name = "start",
        description = "Start chargers that connect to your central system, and drive them.",
        customSynopsis = "roamlab chargers start --csms URL [OPTIONS]",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "One charger shows every message and is driven by keys (? shows them); many show their figures.",
            "Exit codes: 0 clean; 1 chargers that never connected or did not finish, cards that were turned away;",
            "2 no charger could connect; 130 after Ctrl-C.",
            "",
            "Examples:",
            "  roamlab chargers start --csms ws://localhost:9000/ocpp",
            "  roamlab chargers start --csms ws://localhost:9000/ocpp --count 10 --model dc-300 --behaviour random",
            "  roamlab chargers start --csms ws://localhost:9000/ocpp --count 3 --behaviour single-session --speed max"
                    + " --exit-when-done",
            "  roamlab chargers start --csms ws://a:9000/ocpp#3 --csms ws://b:9000/ocpp --count 1000 --ramp 50",
            "  roamlab chargers start --csms ws://localhost:9000/ocpp --count 10 --api-port 8090",
            "  roamlab chargers start --csms ws://localhost:9000/ocpp --count 500 --drama 'blackout at=30s lasts=1m'"
        })
final class StartCommand implements Callable<Integer>, Narrates {
    private static final int PER_ADDRESS = 9_000;

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final CrowdOptions crowd = new CrowdOptions();

    @Mixin
    private final CourseOptions course = new CourseOptions();

    @Mixin
    private final ShowOptions show = new ShowOptions();

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "1",
            description = "Spread the chargers over so many processes (default: ${DEFAULT-VALUE}).")
    private int processes;

    @Option(names = "--shard", hidden = true, converter = Shard.Converter.class, description = "Part of a fleet.")
    private Optional<Shard> shard = Optional.empty();

    StartCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requireRoom();
        LabClock clock = course.clock();
        Screen screen =
                new Screen(context.out(), context.environment().terminals().out() && shard.isEmpty());
        FrameLines frames = new FrameLines(
                screen, clock, shard.isEmpty() && processes == 1 && show.frames(crowd.count()), context.verbose());
        FleetPlan plan = crowd.plan(context.in(), shard.orElse(Shard.WHOLE));
        Optional<FrameTrace> trace = show.trace().map(file -> open(file, clock));
        FrameTap tap = trace.<FrameTap>map(recorder -> FrameTap.chain(frames, recorder))
                .orElse(shard.isPresent() ? FrameTap.NONE : frames);
        try {
            if (shard.isPresent()) {
                new PartOfFleet(context.out(), context.in(), local(plan, clock, tap, says -> {})).run();
                return ExitCodes.CLEAN;
            }
            return stay(plan, screen, frames, said -> crew(plan, clock, tap, said));
        } finally {
            trace.ifPresent(StartCommand::close);
        }
    }

    private Crew crew(FleetPlan plan, LabClock clock, FrameTap tap, Consumer<String> says) {
        if (processes == 1) {
            LocalCrew crew = local(plan, clock, tap, says);
            try {
                crew.open(api, says);
            } catch (RuntimeException refused) {
                crew.close(false);
                throw refused;
            }
            return crew;
        }
        List<String> arguments =
                new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        return ProcessCrew.start(arguments, processes, course.most(), says);
    }

    private LocalCrew local(FleetPlan plan, LabClock clock, FrameTap tap, Consumer<String> says) {
        return LocalCrew.start(LocalCrewOrdersBuilder.builder()
                .plan(plan)
                .behaviour(BehaviourChoice.of(course.behaviour(), context.in()))
                .clock(clock)
                .tap(tap)
                .localAddresses(localAddresses(plan.members().size()))
                .perSecond(course.rampPerLabSecond(processes))
                .rules(course.rules(context.in()))
                .dramas(course.dramas())
                .most(course.most())
                .waitsForEnd(course.exitWhenDone())
                .says(says)
                .build());
    }

    /** On this machine, one address has about 10,000 connections to one port to give. */
    private List<String> localAddresses(int chargers) {
        boolean local = crowd.targets().stream().allMatch(Target::isLocal);
        if (!local || crowd.count() <= PER_ADDRESS) {
            return List.of();
        }
        int each = 1 + chargers / PER_ADDRESS;
        int first = 1 + shard.orElse(Shard.WHOLE).number() * each;
        return IntStream.range(first, first + each)
                .mapToObj(n -> "127.0." + n / 250 + "." + (n % 250 + 1))
                .toList();
    }

    private int stay(
            FleetPlan plan,
            Screen screen,
            FrameLines frames,
            java.util.function.Function<Consumer<String>, Crew> start) {
        CountDownLatch done = new CountDownLatch(1);
        Crew crew = start.apply(text -> screen.line(screen.out().paint(Style.YELLOW, "▸ " + text)));
        Watch[] watch = new Watch[1];
        Keys keys = new Keys(
                crew,
                plan.tokens(),
                screen::line,
                () -> screen.line(frames.toggle() ? "Messages are shown." : "Messages are not shown."),
                () -> watch[0].end());
        watch[0] = new Watch(crew, screen, keys::selection, frames.isActive());
        Thread hook = new Thread(() -> interrupted(watch[0], done), "roamlab-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try (AutoCloseable keyboard = keyboard(keys)) {
            return judge(watch[0], crew, screen);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            done.countDown();
            forget(hook);
        }
    }

    private AutoCloseable keyboard(Keys keys) throws IOException {
        return context.environment().terminals().interactive() ? Keyboard.open(keys::pressed) : () -> {};
    }

    private int judge(Watch watch, Crew crew, Screen screen) {
        Watch.End end;
        Standing last;
        try {
            end = watch.until(new Watch.Until(course.exitWhenDone(), !course.keepsTrying()));
        } finally {
            screen.clear();
            last = crew.close(course.stopsTransactions());
        }
        FiguresText.summary(last, watch.took(), course.exitWhenDone()).forEach(screen.out()::line);
        show.report().ifPresent(folder -> write(folder, StandingJson.report(last, watch.took())));
        if (end == Watch.End.HOPELESS) {
            context.err().line("roamlab: No charger could connect.");
            return ExitCodes.COULD_NOT_RUN;
        }
        return isClean(last) ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }

    private boolean isClean(Standing last) {
        FleetFigures figures = last.figures();
        boolean allConnected = figures.connects() - figures.reconnects() >= figures.stations();
        return allConnected
                && (!course.exitWhenDone()
                        || (last.isFinished() && last.visits().turnedAway() == 0));
    }

    /** Ctrl-C: the main thread brings it to an end, and this one lets it. */
    private static void interrupted(Watch watch, CountDownLatch done) {
        watch.end();
        try {
            done.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It is running just now.
        }
    }

    private void requireRoom() {
        if (processes < 1 || processes > 1000) {
            throw new UserError("--processes: " + processes + ", must be 1 to 1000.");
        }
        if (api.isWanted() && processes > 1) {
            throw new UserError(
                    "--api-port: the control API sees the chargers of one process, not of " + processes + ".",
                    "Leave out --processes, or start each part by itself with an --api-port of its own.");
        }
        if (crowd.count() == 0 && !api.isWanted()) {
            throw new UserError(
                    "--count 0: there is nothing to start.",
                    "Give at least 1, or --api-port, so that chargers can be added.");
        }
        OptionalInt room = OpenFiles.chargers();
        int parts = shard.map(Shard::of).orElse(processes);
        int each = (crowd.count() + parts - 1) / parts;
        if (room.isPresent() && each > room.getAsInt()) {
            int enough = (crowd.count() + room.getAsInt() - 1) / room.getAsInt();
            throw new UserError(
                    "--count " + crowd.count() + ": a process may open "
                            + OpenFiles.limit().orElse(0) + " files and sockets here, enough for " + room.getAsInt()
                            + " chargers.",
                    "Spread them with --processes " + enough + ", or raise the limit (ulimit -n).");
        }
    }

    private FrameTrace open(Path file, LabClock clock) {
        Path own = shard.map(part -> file.resolveSibling(file.getFileName() + "." + part.number()))
                .orElse(file);
        try {
            return FrameTrace.open(own, clock, Clock.systemUTC());
        } catch (IOException impossible) {
            throw new UserError(
                    "--trace: cannot write " + own + " (" + impossible.getMessage() + ").",
                    "Name a file in a folder that you may write to.");
        }
    }

    private static void close(FrameTrace trace) {
        try {
            trace.close();
        } catch (IOException lost) {
            throw new UncheckedIOException("the trace is not complete", lost);
        }
    }

    private static void write(Folder folder, String json) {
        try {
            Files.writeString(folder.make().resolve("figures.json"), json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("the figures cannot be written", impossible);
        }
    }
}
