package dev.roamlab.conformance.baseline;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.yaml.Fields;
import dev.roamlab.conformance.yaml.Meant;
import dev.roamlab.conformance.yaml.Problems;
import dev.roamlab.conformance.yaml.YamlNode;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.RequirementResultBuilder;
import dev.roamlab.reports.Result;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.RunBuilder;
import dev.roamlab.reports.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The failures that somebody declared to be known, each with a reason. */
public final class Baseline {
    private static final Set<String> KEYS = Set.of("requirement", "version", "reason");

    /**
     * A known failure.
     *
     * @param version absent for every version
     */
    public record Known(String requirement, Optional<SpecVersion> version, String reason) {
        boolean concerns(RequirementResult result) {
            return requirement.equals(result.requirement())
                    && version.map(SpecVersion::spelling)
                            .filter(only -> !only.equals(result.version()))
                            .isEmpty();
        }

        boolean overlaps(Known other) {
            return requirement.equals(other.requirement)
                    && (version.isEmpty() || other.version.isEmpty() || version.equals(other.version));
        }
    }

    private final List<Known> known;

    private Baseline(List<Known> known) {
        this.known = List.copyOf(known);
    }

    /**
     * Reads a file: a list of {@code {requirement, version?, reason}}.
     *
     * @throws dev.roamlab.conformance.yaml.BadFile with every mistake, unknown requirements among them
     */
    public static Baseline read(String file, String text, Catalogue catalogue) {
        Problems problems = new Problems(file);
        List<Known> known = new ArrayList<>();
        // A file of comments only is what an empty baseline looks like.
        boolean empty = text.lines()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"));
        if (!empty) {
            if (problems.parse(text) instanceof YamlNode.Items items) {
                items.nodes().forEach(node -> add(node, problems, catalogue, known));
            } else {
                problems.add(1, "", "must be a list of known failures (- requirement: …)");
            }
        }
        problems.settle();
        return new Baseline(known);
    }

    /** The known failures, as the file has them. */
    public List<Known> known() {
        return known;
    }

    /**
     * The run with the baseline taken into account: a listed failure is an expected one, and what is listed but passed fails
     * until it is taken out of the list. Other verdicts stay, because they prove nothing.
     */
    public Run applyTo(Run run) {
        List<Result> results = run.results().stream()
                .map(result -> result instanceof RequirementResult requirement ? (Result) applyTo(requirement) : result)
                .toList();
        return RunBuilder.builder(run).results(results).build();
    }

    /** One result with the baseline taken into account. */
    public RequirementResult applyTo(RequirementResult result) {
        Optional<Known> entry =
                known.stream().filter(one -> one.concerns(result)).findFirst();
        if (entry.isEmpty()) {
            return result;
        }
        return switch (result.verdict()) {
            case FAILED -> expected(result, entry.get());
            case PASSED -> forgotten(result, entry.get());
            default -> result;
        };
    }

    private static RequirementResult expected(RequirementResult result, Known entry) {
        List<String> notes = new ArrayList<>(result.notes());
        notes.add("known failure: " + entry.reason());
        return RequirementResultBuilder.builder(result)
                .expectedFailure(true)
                .notes(notes)
                .build();
    }

    private static RequirementResult forgotten(RequirementResult result, Known entry) {
        String mend = entry.version().isPresent()
                ? "remove it from the baseline"
                : "remove it from the baseline, or limit it to the version in which it still fails";
        return RequirementResultBuilder.builder(result)
                .verdict(Verdict.FAILED)
                .message("passes in " + result.version() + ", but the baseline lists it as a known failure ("
                        + entry.reason() + "): " + mend)
                .build();
    }

    /** A baseline of everything that failed in a run, its reasons still to be written. */
    public static String of(Run run) {
        StringBuilder text =
                new StringBuilder("# Known failures: they do not fail a run. Write down for each why it stays.\n");
        run.requirements().stream()
                .filter(result -> result.verdict() == Verdict.FAILED)
                .forEach(result -> text.append("- requirement: ")
                        .append(result.requirement())
                        .append("   # ")
                        .append(result.title())
                        .append("\n  version: ")
                        .append(result.version())
                        .append("\n  reason: TODO\n"));
        return text.toString();
    }

    private static void add(YamlNode node, Problems problems, Catalogue catalogue, List<Known> known) {
        Fields fields = Fields.of(node, "", KEYS, problems);
        Optional<String> id = fields.required("requirement", "write the id of a requirement, such as CRED-007");
        Optional<SpecVersion> version = fields.value("version", Baseline::version);
        Optional<String> reason = fields.required("reason", "write why this failure is accepted");
        if (id.isEmpty() || reason.isEmpty()) {
            return;
        }
        Optional<Requirement> requirement = catalogue.find(id.get());
        if (requirement.isEmpty()) {
            List<String> ids = catalogue.all().stream().map(Requirement::id).toList();
            fields.refuse("requirement", "there is no requirement " + id.get() + Meant.by(id.get(), ids));
            return;
        }
        Known entry = new Known(id.get(), version, reason.get());
        if (version.isPresent() && !requirement.get().versions().contains(version.get())) {
            fields.refuse(
                    "version", id.get() + " does not stand in " + version.get().spelling());
        } else if (known.stream().anyMatch(entry::overlaps)) {
            fields.refuse("requirement", id.get() + " is listed twice");
        } else {
            known.add(entry);
        }
    }

    private static SpecVersion version(String text) {
        return Spelled.find(SpecVersion.class, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be one of " + Spelled.all(SpecVersion.class) + ", found " + text));
    }
}
