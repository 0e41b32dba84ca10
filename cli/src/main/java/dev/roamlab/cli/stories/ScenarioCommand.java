package dev.roamlab.cli.stories;

import dev.roamlab.cli.nodes.StoreOption;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.Narrates;
import dev.roamlab.cli.shell.Suggestions;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.file.InvalidScenario;
import dev.roamlab.scenarios.file.Problem;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.ScenarioFile;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.file.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything about single scenarios, shipped or one's own. */
@Command(
        name = "scenario",
        description = "List, show, check and run scenarios.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab scenario list",
            "  roamlab scenario run charging-session --guided --version 2.3.0",
            "  roamlab scenario check my-scenario.yaml"
        })
public final class ScenarioCommand implements Callable<Integer> {
    private final CommandContext context;

    /** The command in its context. */
    public ScenarioCommand(CommandContext context) {
        this.context = context;
    }

    /** Without a subcommand: what there is. */
    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", description = "List the shipped scenarios.")
    int list() {
        Console out = context.out();
        for (String name : Shipped.scenarios()) {
            Scenario scenario = Shipped.scenario(name).orElseThrow();
            out.line(String.format(Locale.ROOT, "  %-22s %s", name, words(scenario, scenario.title())));
        }
        return ExitCodes.CLEAN;
    }

    @Command(
            name = "show",
            description = "Show a scenario: its story and its steps, or with --source the file itself.",
            footer = {"", "Example:", "  roamlab scenario show token-authorisation --source > mine.yaml"})
    int show(
            @Parameters(paramLabel = "NAME|FILE", description = "A shipped scenario, or a file.") String name,
            @Option(names = "--source", description = "Print the YAML.") boolean source)
            throws IOException {
        Console out = context.out();
        if (source) {
            out.raw(Shipped.text(name).isPresent() ? Shipped.text(name).get() : Files.readString(file(name)));
            return ExitCodes.CLEAN;
        }
        Scenario scenario = scenario(name);
        out.line(words(scenario, scenario.title()));
        out.line();
        out.paragraph(0, words(scenario, scenario.story()));
        out.line();
        for (int i = 0; i < scenario.steps().size(); i++) {
            out.hanging(
                    String.format(Locale.ROOT, "%3d ", i + 1),
                    words(scenario, scenario.steps().get(i).sentence()));
        }
        return ExitCodes.CLEAN;
    }

    @Command(
            name = "check",
            description = "Check a scenario file without running it.",
            footer = {"", "Example:", "  roamlab scenario check my-scenario.yaml"})
    int check(@Parameters(paramLabel = "FILE", description = "A scenario in YAML.") Path file) throws IOException {
        List<Problem> problems = ScenarioFile.check(existing(file));
        problems.forEach(problem -> context.out().line(problem.toString()));
        if (problems.isEmpty()) {
            context.out().line(file + ": fit to play");
        }
        return problems.isEmpty() ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }

    @Command(
            name = "schema",
            description = "Print the JSON Schema of scenario files, for your editor.",
            footer = {"", "Example:", "  roamlab scenario schema > scenario.schema.json"})
    int schema() {
        context.out().raw(Shipped.schema());
        return ExitCodes.CLEAN;
    }

    /** Runs one scenario. */
    @Command(
            name = "run",
            description = "Run a scenario in a lab of its own.",
            sortOptions = false,
            footer = {
                "",
                "Examples:",
                "  roamlab scenario run charging-session --guided",
                "  roamlab scenario run my-scenario.yaml --version 2.2.1 --report out"
            })
    public static final class Run implements Callable<Integer>, Narrates {
        private final CommandContext context;

        @Parameters(paramLabel = "NAME|FILE", description = "A shipped scenario, or a file.")
        private String name = "";

        @Mixin
        private final StoryOptions options = new StoryOptions();

        @Mixin
        private final StoreOption store = new StoreOption();

        /** The command in its context. */
        public Run(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws IOException {
            Scenario scenario = scenario(name);
            return new StoryTeller(context, options, store::of)
                    .tell(
                            List.of(scenario),
                            scenario.world(),
                            StoryTeller.performance(scenario.name(), options, scenario.seed()));
        }
    }

    private static Scenario scenario(String name) throws IOException {
        Optional<Scenario> shipped = Shipped.scenario(name);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        try {
            return ScenarioFile.read(file(name));
        } catch (InvalidScenario invalid) {
            throw new UserError(
                    String.join(
                            "\n",
                            invalid.problems().stream().map(Problem::toString).toList()),
                    "Mend the file; 'roamlab scenario check " + name + "' shows this list again.");
        }
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    ("There is no scenario and no file " + name + ". "
                                    + Suggestions.didYouMean(name, Shipped.scenarios()))
                            .strip(),
                    "'roamlab scenario list' shows what is shipped.");
        }
        return file;
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError("There is no file " + file + ".", "Check the path for typing errors.");
        }
        return file;
    }

    private static String words(Scenario scenario, Text text) {
        return text.in(OcpiVersion.V2_3_0, scenario.world());
    }
}
