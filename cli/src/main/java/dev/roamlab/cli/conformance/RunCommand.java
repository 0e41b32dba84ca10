package dev.roamlab.cli.conformance;

import dev.roamlab.cli.options.Folder;
import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.Narrates;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.conformance.baseline.Baseline;
import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.yaml.BadFile;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Faults;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.ReportWriter;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Examines a system. */
@Command(
        name = "run",
        description = "Examine an OCPI system and say, requirement by requirement, how it does.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit codes: 0 clean, 1 findings, 2 could not run or is not whole.",
            "",
            "Examples:",
            "  roamlab conformance run --self",
            "  roamlab conformance run --self --role cpo --fault CRED-raw-token",
            "  roamlab conformance run --versions-url https://ocpi.example.com/versions --token-a T --role emsp",
            "  roamlab conformance run --sut sut.yaml --only LOC --only TOK --report out --baseline known.yaml"
        })
final class RunCommand implements Callable<Integer>, Narrates {
    private final CommandContext context;

    @Mixin
    private final SutOptions options = new SutOptions();

    @Option(names = "--self", description = "Examine our own nodes: both, or the one of --role.")
    private boolean self;

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = "With --self: let the node misbehave; repeatable. 'roamlab faults' lists them.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "PREFIX",
            split = ",",
            description = "Only requirements whose id starts so: LOC, CRED-03; repeatable.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            split = ",",
            description = "Only rules of these layers: spec, interop, profile (default: all).")
    private List<String> layers = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            converter = Folder.Converter.class,
            description = "Write results.json, junit.xml, report.html, report.md and trace.jsonl to a folder.")
    private Optional<Folder> report = Optional.empty();

    @Option(names = "--dry-run", description = "Print the plan and stop.")
    private boolean dry;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "Known failures with their reasons: they do not fail the run, unless they pass.")
    private Optional<InputFile> baseline = Optional.empty();

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "Write the present failures as a baseline.")
    private Optional<Path> newBaseline = Optional.empty();

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.load();
        Set<String> prefixes = only.stream()
                .map(prefix -> prefix.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Entries.requirePrefixes(catalogue, prefixes);
        Optional<Baseline> known = baseline.map(file -> known(file, catalogue));
        Examination examination = new Examination(context, prefixes, chosenLayers());
        requireOneKindOfSystem();
        Map<String, Run> runs = self ? ownNodes(examination) : theirs(examination);
        Map<String, Run> judged = new LinkedHashMap<>();
        runs.forEach((name, run) ->
                judged.put(name, known.map(list -> list.applyTo(run)).orElse(run)));
        judged.forEach(this::tell);
        newBaseline.ifPresent(file -> writeBaseline(file, judged.values()));
        return judged.values().stream().mapToInt(RunCommand::exitCode).max().orElse(ExitCodes.CLEAN);
    }

    private void requireOneKindOfSystem() {
        if (self && options.nameSomething()) {
            throw new UserError(
                    "--self examines our own nodes, and another system is named, too.",
                    "Leave out --self, or --sut, --versions-url and --token-a (variables and configuration file count).");
        }
        if (!self && !faults.isEmpty()) {
            throw new UserError("--fault works with --self only.", "Only our own nodes misbehave on demand.");
        }
    }

    private Map<String, Run> theirs(Examination examination) {
        Sut sut = options.sut(context);
        return examination
                .of(sut, dry)
                .map(run -> Map.of(sut.role().spelling(), run))
                .orElse(Map.of());
    }

    private Map<String, Run> ownNodes(Examination examination) {
        context.errorsOnly();
        List<Fault> wrong = faults.stream().map(RunCommand::fault).toList();
        return new OwnNodes(examination, context.out(), wrong, options.given()).examine(roles(wrong), dry);
    }

    /** The nodes that can have the faults, all when there are none. */
    private List<SutRole> roles(List<Fault> wrong) {
        List<SutRole> roles = Arrays.stream(SutRole.values())
                .filter(role -> options.role.isEmpty() || options.role.get() == role)
                .filter(role -> wrong.stream().allMatch(fault -> fault.culprit().fits(role.spelling())))
                .toList();
        if (roles.isEmpty()) {
            throw new UserError(
                    "No node can have these faults together"
                            + options.role.map(role -> " as " + role.spelling()).orElse("") + ".",
                    "'roamlab faults' says whose fault each is.");
        }
        return roles;
    }

    private static Fault fault(String name) {
        return Faults.find(name)
                .orElseThrow(
                        () -> new UserError("--fault: " + Faults.unknown(name), "'roamlab faults' lists them all."));
    }

    private Set<Layer> chosenLayers() {
        if (layers.isEmpty()) {
            return EnumSet.allOf(Layer.class);
        }
        return layers.stream()
                .map(name -> Arrays.stream(Layer.values())
                        .filter(layer -> layer.spelling().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> new UserError(
                                "--layer: there is no layer " + name + ".", "Give spec, interop or profile.")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Layer.class)));
    }

    private Baseline known(InputFile file, Catalogue catalogue) {
        try {
            return Baseline.read(file.name(), file.text(context.in()), catalogue);
        } catch (BadFile bad) {
            throw new UserError(String.valueOf(bad.getMessage()), "Correct the baseline.");
        }
    }

    private void tell(String name, Run run) {
        context.out().rule();
        context.out()
                .line("Results of the " + run.subject().role()
                        + run.subject().url().map(url -> " at " + url).orElse(""));
        new RunText(run, context.out(), context.verbose()).print();
        report.ifPresent(folder -> write(self ? new Folder(folder.path().resolve(name)) : folder, run));
    }

    private void write(Folder folder, Run run) {
        try {
            List<Path> files = ReportWriter.write(folder.make(), run);
            context.out()
                    .hanging(
                            "",
                            "Report in " + folder + ": "
                                    + files.stream()
                                            .map(file ->
                                                    String.valueOf(folder.path().relativize(file)))
                                            .collect(Collectors.joining(", ")));
        } catch (IOException unwritable) {
            throw new UserError(
                    "The report cannot be written to " + folder + " (" + unwritable.getMessage() + ").",
                    "Name a folder where you may write, with room on its disk.");
        }
    }

    private void writeBaseline(Path file, Iterable<Run> runs) {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(Baseline.of(run)));
        try {
            Files.writeString(file, text.toString());
            context.out().line("Baseline written to " + file + "; replace each TODO by the reason.");
        } catch (IOException unwritable) {
            throw new UserError(
                    "The baseline cannot be written to " + file + " (" + unwritable.getMessage() + ").",
                    "Name a file in a folder where you may write.");
        }
    }

    /** A run in which nothing was decided must not be taken for a clean one. */
    private static int exitCode(Run run) {
        boolean silent =
                run.results().stream().allMatch(result -> result.verdict().weight() == Verdict.Weight.SILENT);
        boolean skipped = run.results().stream().anyMatch(result -> result.verdict() == Verdict.SKIPPED);
        return silent && skipped ? ExitCodes.COULD_NOT_RUN : run.exitCode();
    }
}
