package dev.roamlab.cli.stories;

import dev.roamlab.cli.options.Folder;
import dev.roamlab.cli.options.Seed;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ProductVersion;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Prompt;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.reports.ReportWriter;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.Verdict;
import dev.roamlab.scenarios.engine.Guide;
import dev.roamlab.scenarios.engine.Options;
import dev.roamlab.scenarios.engine.Performance;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.lab.LabSettings;
import dev.roamlab.scenarios.live.LiveLab;
import dev.roamlab.scenarios.narration.Narrator;
import dev.roamlab.scenarios.narration.Style;
import dev.roamlab.scenarios.stage.ObjectKind;
import dev.roamlab.scenarios.stage.Who;
import dev.roamlab.scenarios.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plays scenarios in a lab of their own for each version, prints their narration, and sums up. */
final class StoryTeller {
    private final CommandContext context;
    private final StoryOptions options;
    private final Function<String, StoreLocation> stores;

    /** @param stores where a node keeps its state, by the node's name */
    StoryTeller(CommandContext context, StoryOptions options, Function<String, StoreLocation> stores) {
        this.context = context;
        this.options = options;
        this.stores = stores;
    }

    /**
     * Tells the scenarios as one story, in each version that was asked for.
     *
     * @param performance collects the results; what it holds already stays
     * @return the exit code
     */
    int tell(List<Scenario> scenarios, World world, Performance performance) {
        List<ScenarioResult> results = new ArrayList<>();
        try (Prompt prompt = context.prompt()) {
            Optional<Guide> guide =
                    options.guided ? Optional.of(new PromptingGuide(prompt, context.out())) : Optional.empty();
            for (OcpiVersion version : options.versions.list()) {
                results.addAll(tell(scenarios, world, version, performance, guide));
            }
        }
        sumUp(results);
        Run run = performance.run();
        options.report.ifPresent(folder -> write(folder, run));
        return run.exitCode();
    }

    private List<ScenarioResult> tell(
            List<Scenario> scenarios,
            World world,
            OcpiVersion version,
            Performance performance,
            Optional<Guide> guide) {
        SteppedClock clock = new SteppedClock(world.start(), options.speed.factor());
        long seed = options.seed.map(Seed::value).orElse(scenarios.get(0).seed());
        LabSettings settings = LabSettings.inMemory(clock, version, seed)
                .emspStore(store(version, "emsp"))
                .cpoStore(store(version, "cpo"))
                .build();
        try (LiveLab stage = LiveLab.open(world, settings)) {
            requireNewcomers(stage);
            Narrator narrator = new Narrator(style(world), stage.places());
            Console out = context.out();
            Options listening =
                    new Options(List.of(event -> narrator.tell(event).forEach(out::line)), guide);
            List<ScenarioResult> results = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                results.add(performance.play(scenario, stage, listening));
            }
            return results;
        }
    }

    /** Each version is a story of its own, with a folder of its own. */
    private StoreLocation store(OcpiVersion version, String node) {
        StoreLocation location = stores.apply(node);
        if (location instanceof StoreLocation.Folder folder) {
            return new StoreLocation.Folder(folder.path().resolve(version.value()));
        }
        if (location instanceof StoreLocation.Postgres
                && options.versions.list().size() > 1) {
            throw new UserError(
                    "One database cannot hold the story in two versions.", "Add --version 2.2.1 or --version 2.3.0.");
        }
        return location;
    }

    /** A story begins with strangers; a store from an earlier telling has them as partners already. */
    private static void requireNewcomers(LiveLab stage) {
        if (!stage.observe(Who.EMSP, ObjectKind.PARTNER).isEmpty()) {
            throw new UserError(
                    "The store holds a story that was told before: the companies know each other already.",
                    "Name an empty folder or database with --store, or leave --store out.");
        }
    }

    private Style style(World world) {
        Console out = context.out();
        return new Style(out.look().width(), out.look().colour(), context.verbose(), zone(world));
    }

    /** The local time of the place where the story happens. */
    private static ZoneId zone(World world) {
        return world.locations().stream()
                .map(location -> location.path("time_zone").asText("UTC"))
                .map(ZoneId::of)
                .findFirst()
                .orElse(ZoneId.of("UTC"));
    }

    private void sumUp(List<ScenarioResult> results) {
        Console out = context.out();
        out.line();
        out.rule();
        for (ScenarioResult result : results) {
            boolean passed = result.verdict() == Verdict.PASSED;
            out.line(String.format(
                    Locale.ROOT,
                    " %s %-9s %-7s %s",
                    passed ? "✓" : "✗",
                    out.paint(
                            passed ? dev.roamlab.cli.terminal.Style.GREEN : dev.roamlab.cli.terminal.Style.RED,
                            result.verdict().words()),
                    result.version(),
                    result.title()));
        }
        long passed = results.stream()
                .filter(result -> result.verdict() == Verdict.PASSED)
                .count();
        out.line();
        out.line(passed + " of " + results.size() + " scenarios passed.");
    }

    private void write(Folder folder, Run run) {
        try {
            List<Path> files = ReportWriter.write(folder.make(), run);
            String names = files.stream()
                    .map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.joining(", "));
            context.out().line("Report in " + folder + ": " + names);
        } catch (IOException unwritable) {
            throw new UserError(
                    "The report cannot be written to " + folder + " (" + unwritable.getMessage() + ").",
                    "Name a folder where you may write, with room on its disk.");
        }
    }

    /** A performance that begins now. */
    static Performance performance(String title, StoryOptions options, long ownSeed) {
        return new Performance(
                title,
                options.seed.map(Seed::value).orElse(ownSeed),
                Instant.now(),
                Optional.of(ProductVersion.number()));
    }
}
