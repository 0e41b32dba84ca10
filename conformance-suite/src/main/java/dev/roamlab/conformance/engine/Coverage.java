package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.Level;
import dev.roamlab.conformance.catalogue.Obliged;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Testable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which requirement is proven by which checks, independent of any run. */
public final class Coverage {
    private final Catalogue catalogue;
    private final Map<String, List<String>> checks = new LinkedHashMap<>();

    private Coverage(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (CheckMethod check : CheckRegistry.load(catalogue)) {
            check.proves()
                    .forEach(id -> checks.computeIfAbsent(id, none -> new ArrayList<>())
                            .add(check.name()));
        }
    }

    /** The coverage of the shipped catalogue by the shipped checks. */
    public static Coverage load() {
        return new Coverage(Catalogue.load());
    }

    /** The names of the checks that prove a requirement; none when no check is written. */
    public List<String> checks(String requirement) {
        return List.copyOf(checks.getOrDefault(requirement, List.of()));
    }

    /** The requirements of the covered chapters that a check could prove for a CPO or an eMSP, and none does. */
    public List<Requirement> missing() {
        return catalogue.all().stream()
                .filter(requirement -> Modules.COVERED.contains(requirement.module()))
                .filter(requirement -> requirement.testable() != Testable.NONE)
                .filter(requirement -> !concernsHubs(requirement))
                .filter(requirement -> checks(requirement.id()).isEmpty())
                .toList();
    }

    /** What only a hub has to do is not applicable to the systems that this suite examines. */
    private static boolean concernsHubs(Requirement requirement) {
        return requirement.obliged() == Obliged.HUB;
    }

    /** The table of the documentation: chapter by level and version, what is proven of what there is, and what is missing. */
    public String markdown() {
        StringBuilder text = new StringBuilder("""
                # Coverage of the requirement catalogue

                Generated from the catalogue and the checks; the build fails when it is stale (`CoverageTest` says how to renew it).
                Each cell: entries with a check / entries that can be observed from outside. What only hubs have to do is left out: the
                suite examines CPOs and eMSPs, and reports those entries as not applicable.

                | chapter | version | MUST on the wire | MUST driven | SHOULD | MAY |
                |---|---|---|---|---|---|
                """);
        for (CatalogueModule module : CatalogueModule.values()) {
            for (SpecVersion version : SpecVersion.values()) {
                row(text, module, version);
            }
        }
        text.append("\n## Without a check\n\n");
        missing()
                .forEach(requirement -> text.append("- ")
                        .append(requirement.id())
                        .append(" (")
                        .append(requirement.level())
                        .append(", ")
                        .append(requirement.testable().spelling())
                        .append("): ")
                        .append(requirement.title())
                        .append('\n'));
        return text.toString();
    }

    private void row(StringBuilder text, CatalogueModule module, SpecVersion version) {
        List<Requirement> entries = catalogue
                .in(module)
                .of(version)
                .where(requirement -> !concernsHubs(requirement))
                .all();
        if (entries.isEmpty()) {
            return;
        }
        text.append("| ").append(module.spelling()).append(" | ").append(version.spelling());
        cell(text, of(entries, Level.MUST, Testable.WIRE));
        cell(text, of(entries, Level.MUST, Testable.DRIVEN));
        cell(text, of(entries, Level.SHOULD, Testable.WIRE, Testable.DRIVEN));
        cell(text, of(entries, Level.MAY, Testable.WIRE, Testable.DRIVEN));
        text.append(" |\n");
    }

    private void cell(StringBuilder text, List<Requirement> entries) {
        long proven = entries.stream()
                .filter(requirement -> !checks(requirement.id()).isEmpty())
                .count();
        text.append(" | ").append(proven).append(" / ").append(entries.size());
    }

    private static List<Requirement> of(List<Requirement> entries, Level level, Testable... testable) {
        return entries.stream()
                .filter(requirement -> requirement.level() == level)
                .filter(requirement -> List.of(testable).contains(requirement.testable()))
                .toList();
    }
}
