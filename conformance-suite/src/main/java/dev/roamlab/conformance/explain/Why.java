package dev.roamlab.conformance.explain;

import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.yaml.Fields;
import dev.roamlab.conformance.yaml.Problems;
import dev.roamlab.conformance.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why requirements matter in practice, as {@code why.yaml} has it. */
public final class Why {
    private static final String FILE = "why.yaml";
    private static final Pattern IDS = Pattern.compile("([A-Z]{3,4})-(\\d{3})(?:\\.\\.\\1-(\\d{3}))?");

    /** How narrow an entry is; the narrowest speaks. */
    enum Reach {
        IDS,
        SECTION,
        MODULE
    }

    private record Reason(String target, Reach reach, Predicate<Requirement> concerns, String text) {}

    private final List<Reason> reasons;

    private Why(List<Reason> reasons) {
        this.reasons =
                reasons.stream().sorted(Comparator.comparing(Reason::reach)).toList();
    }

    /** The reasons that ship with the suite. */
    public static Why load() {
        return Shipped.WHY;
    }

    /** Read when it is first needed, and once. */
    private static final class Shipped {
        private static final Why WHY = of(FILE, resource());
    }

    static Why of(String file, String text) {
        Problems problems = new Problems(file);
        List<Reason> reasons = new ArrayList<>();
        if (problems.parse(text) instanceof YamlNode.Items items) {
            items.nodes().forEach(node -> add(Fields.of(node, "", Set.of("for", "why"), problems), reasons));
        } else {
            problems.add(1, "", "must be a list");
        }
        problems.settle();
        return new Why(reasons);
    }

    /** What goes wrong when the requirement is not kept, in a sentence or two. */
    public String of(Requirement requirement) {
        return first(requirement).text();
    }

    Reach reach(Requirement requirement) {
        return first(requirement).reach();
    }

    /** What is named as a reason's target and matches no requirement. */
    List<String> idle(Collection<Requirement> requirements) {
        return reasons.stream()
                .filter(reason -> requirements.stream().noneMatch(reason.concerns()))
                .map(Reason::target)
                .toList();
    }

    private Reason first(Requirement requirement) {
        return reasons.stream()
                .filter(reason -> reason.concerns().test(requirement))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(requirement.id() + ": " + FILE + " says nothing"));
    }

    private static void add(Fields fields, List<Reason> reasons) {
        String text = fields.required("why", "say what goes wrong").orElse("");
        for (String target : fields.values("for", Function.identity())) {
            reasons.add(reason(target, text));
        }
    }

    private static Reason reason(String target, String text) {
        Matcher ids = IDS.matcher(target);
        if (ids.matches()) {
            int first = Integer.parseInt(ids.group(2));
            int last = ids.group(3) == null ? first : Integer.parseInt(ids.group(3));
            String prefix = ids.group(1);
            return new Reason(target, Reach.IDS, requirement -> isWithin(requirement, prefix, first, last), text);
        }
        String[] path = target.split("/", 2);
        if (path.length == 1) {
            return new Reason(target, Reach.MODULE, requirement -> isIn(requirement, target), text);
        }
        Pattern section = Pattern.compile(Pattern.quote(path[1]).replace("*", "\\E.*\\Q"));
        return new Reason(
                target,
                Reach.SECTION,
                requirement -> isIn(requirement, path[0])
                        && section.matcher(requirement.section()).matches(),
                text);
    }

    private static boolean isWithin(Requirement requirement, String prefix, int first, int last) {
        int number =
                Integer.parseInt(requirement.id().substring(requirement.id().indexOf('-') + 1));
        return requirement.module().prefix().equals(prefix) && number >= first && number <= last;
    }

    private static boolean isIn(Requirement requirement, String module) {
        return requirement.module().spelling().equals(module);
    }

    private static String resource() {
        try (InputStream in = Why.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }
}
