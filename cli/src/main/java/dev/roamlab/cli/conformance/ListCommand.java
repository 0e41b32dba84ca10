package dev.roamlab.cli.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.Level;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.catalogue.Testable;
import dev.roamlab.conformance.engine.CheckIndex;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.reports.Layer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the catalogue, narrowed by what the user is after. */
@Command(
        name = "list",
        description = "List the requirements, in the order of the specification.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab conformance list --module tokens --level MUST",
            "  roamlab conformance list --role emsp --version 2.3.0 --json"
        })
final class ListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--module",
            paramLabel = "M",
            converter = CatalogueWords.Module.class,
            description = "Only this module.")
    private Optional<CatalogueModule> module = Optional.empty();

    @Option(
            names = "--version",
            paramLabel = "V",
            converter = CatalogueWords.Version.class,
            description = "Only this version.")
    private Optional<SpecVersion> version = Optional.empty();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            converter = CatalogueWords.Role.class,
            description = "Only what a cpo or an emsp has to keep.")
    private Optional<SutRole> role = Optional.empty();

    @Option(
            names = "--level",
            paramLabel = "L",
            converter = CatalogueWords.OfLevel.class,
            description = "Only MUST, SHOULD or MAY.")
    private Optional<Level> level = Optional.empty();

    @Option(
            names = "--testable",
            paramLabel = "T",
            converter = CatalogueWords.Seen.class,
            description = "Only what can be seen on the wire, driven by a trigger, or none.")
    private Optional<Testable> testable = Optional.empty();

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            converter = CatalogueWords.OfLayer.class,
            description = "Only rules of this layer: spec, interop or profile.")
    private Optional<Layer> layer = Optional.empty();

    @Option(names = "--json", description = "Print everything about them as JSON.")
    private boolean json;

    ListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Requirement> requirements = chosen().all();
        if (json) {
            context.out().raw(json(requirements));
        } else {
            print(requirements);
        }
        return ExitCodes.CLEAN;
    }

    private Catalogue chosen() {
        return Catalogue.load()
                .where(one -> module.isEmpty() || one.module() == module.get())
                .where(one -> version.isEmpty() || one.versions().contains(version.get()))
                .where(one -> level.isEmpty() || one.level() == level.get())
                .where(one -> layer.isEmpty() || one.layer() == layer.get())
                .where(one -> testable.isEmpty() || one.testable() == testable.get())
                .where(one -> role.isEmpty() || isKeptBy(role.get(), one));
    }

    /** Whose duty it is follows from the module's owner, where the catalogue says sender or receiver. */
    private static boolean isKeptBy(SutRole role, Requirement one) {
        String module = one.module().spelling();
        boolean shared = Arrays.stream(SutRole.values()).noneMatch(any -> any.owns(module));
        boolean owner = role.owns(module);
        return switch (one.obliged()) {
            case CPO -> role == SutRole.CPO;
            case EMSP -> role == SutRole.EMSP;
            case HUB -> false;
            case SENDER -> owner || shared;
            case RECEIVER -> !owner || shared;
            case SERVER, CLIENT, ANY -> true;
        };
    }

    private void print(List<Requirement> requirements) {
        Console out = context.out();
        Optional<CatalogueModule> current = Optional.empty();
        for (Requirement one : requirements) {
            if (!current.equals(Optional.of(one.module()))) {
                current = Optional.of(one.module());
                out.line(out.paint(Style.BOLD, one.module().spelling()));
            }
            out.hanging(
                    String.format(
                            Locale.ROOT,
                            "  %-8s  %-6s  %-6s  %-12s  ",
                            one.id(),
                            one.level().spelling(),
                            one.testable().spelling(),
                            Entries.versions(one)),
                    one.title() + (one.watchlist() ? " (watch list)" : ""));
        }
        out.line();
        out.line(requirements.size() + " requirements. 'roamlab conformance explain ID' tells all about one.");
    }

    private static String json(List<Requirement> requirements) {
        CheckIndex checks = CheckIndex.load(Catalogue.load());
        ObjectNode json = Json.object().put("format", 1);
        ArrayNode list = json.putArray("requirements");
        requirements.forEach(one -> fill(list.addObject(), one, checks));
        return json.toPrettyString();
    }

    private static void fill(ObjectNode entry, Requirement one, CheckIndex checks) {
        entry.put("id", one.id()).put("module", one.module().spelling());
        entry.put("layer", one.layer().spelling());
        ArrayNode versions = entry.putArray("versions");
        one.versions().stream()
                .sorted(Comparator.naturalOrder())
                .map(Spelled::spelling)
                .forEach(versions::add);
        entry.put("section", one.section())
                .put("title", one.title())
                .put("level", one.level().spelling())
                .put("obliged", one.obliged().spelling())
                .put("interface", one.side().spelling())
                .put("statement", one.statement())
                .put("probe", one.probe())
                .put("testable", one.testable().spelling())
                .put("watchlist", one.watchlist());
        ArrayNode provers = entry.putArray("checks");
        checks.of(one.id()).stream().map(CheckIndex.Entry::name).forEach(provers::add);
    }
}
