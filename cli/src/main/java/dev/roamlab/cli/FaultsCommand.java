package dev.roamlab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Faults;
import dev.roamlab.ocpi.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what our nodes can do wrong on purpose. */
@Command(
        name = "faults",
        description = "List what the nodes can do wrong on purpose, with the requirement that each fault breaks.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab faults",
            "  roamlab cpo --fault LOC-list-ignores-date-to",
            "  curl -X PUT http://127.0.0.1:8001/admin/faults/LOC-list-ignores-date-to   (a node with --admin)"
        })
final class FaultsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    FaultsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Fault> faults = Faults.all();
        if (json) {
            context.out().raw(json(faults));
        } else {
            print(faults);
        }
        return ExitCodes.CLEAN;
    }

    private void print(List<Fault> faults) {
        Console out = context.out();
        int longest =
                faults.stream().mapToInt(fault -> fault.name().length()).max().orElse(0);
        for (Fault fault : faults) {
            String name = String.format(Locale.ROOT, "%-" + longest + "s", fault.name());
            out.hanging(
                    out.paint(Style.BOLD, name)
                            + String.format(Locale.ROOT, "  %-4s  %-8s  ", fault.culprit(), fault.requirement()),
                    fault.title()
                            + fault.needs()
                                    .map(trigger -> " (shows after " + trigger + ")")
                                    .orElse(""));
        }
        out.line();
        out.line(faults.size() + " faults. Give one to a node with --fault NAME.");
    }

    static String json(List<Fault> faults) {
        ObjectNode json = Json.object().put("format", 1);
        ArrayNode list = json.putArray("faults");
        for (Fault fault : faults) {
            ObjectNode entry = list.addObject()
                    .put("name", fault.name())
                    .put("title", fault.title())
                    .put("role", fault.culprit().toString())
                    .put("direction", fault.direction().toString());
            fault.needs().ifPresent(trigger -> entry.put("needs", trigger));
            ArrayNode versions = entry.putArray("versions");
            fault.versions().forEach(version -> versions.add(version.value()));
            ArrayNode requirements = entry.putArray("requirements");
            fault.requirements().forEach(requirements::add);
        }
        return json.toPrettyString();
    }
}
