package dev.roamlab.cli;

import dev.roamlab.cli.doctor.Checkup;
import dev.roamlab.cli.doctor.CheckupJson;
import dev.roamlab.cli.doctor.Finding;
import dev.roamlab.cli.doctor.Machine;
import dev.roamlab.cli.options.Folder;
import dev.roamlab.cli.options.Port;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the machine and says what is wrong with it, and how to mend that. */
@Command(
        name = "doctor",
        description = "Say what is wrong with this machine's set-up and how to mend it.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit codes: 0 nothing in the way (warnings allowed), 1 something has to be mended.",
            "",
            "Examples:",
            "  roamlab doctor",
            "  roamlab doctor --cpo-port 9001 --json"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int LABEL = 11;

    private final CommandContext context;

    @Option(
            names = "--emsp-port",
            paramLabel = "N",
            defaultValue = "8000",
            converter = Port.Converter.class,
            description = "Port that the eMSP is to listen on (default: ${DEFAULT-VALUE}).")
    private Port emspPort = new Port(0);

    @Option(
            names = "--cpo-port",
            paramLabel = "N",
            defaultValue = "8001",
            converter = Port.Converter.class,
            description = "Port that the CPO and its central system are to listen on (default: ${DEFAULT-VALUE}).")
    private Port cpoPort = new Port(0);

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "data",
            converter = Folder.Converter.class,
            description = "Folder that nodes are to keep their data in (default: ${DEFAULT-VALUE}).")
    private Folder store = new Folder(java.nio.file.Path.of(""));

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var machine = Machine.thisOne(context.environment(), context.out().look());
        var checkup = new Checkup(machine, List.of(emspPort.number(), cpoPort.number()), store.path());
        List<Finding> findings = checkup.findings();
        if (json) {
            context.out().raw(CheckupJson.of(findings));
        } else {
            findings.forEach(this::print);
            summarise(findings);
        }
        return count(findings, Finding.Level.FAIL) > 0 ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
    }

    private void print(Finding finding) {
        Console out = context.out();
        String sign = switch (finding.level()) {
            case OK -> out.paint(Style.GREEN, "✓");
            case WARN -> out.paint(Style.YELLOW, "!");
            case FAIL -> out.paint(Style.RED, "✗");
        };
        out.hanging(sign + " " + padded(finding.check()), finding.found());
        finding.mend().ifPresent(mend -> out.hanging("  " + padded(""), out.paint(Style.BOLD, "→") + " " + mend));
    }

    private void summarise(List<Finding> findings) {
        long warnings = count(findings, Finding.Level.WARN);
        long failures = count(findings, Finding.Level.FAIL);
        context.out().line();
        if (failures > 0) {
            context.out().line(failures + " to mend, " + warnings + " to know about.");
        } else {
            context.out().line("Nothing in the way" + (warnings > 0 ? "; " + warnings + " to know about." : "."));
        }
    }

    private static String padded(String label) {
        return label + " ".repeat(Math.max(1, LABEL - label.length()));
    }

    private static long count(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
