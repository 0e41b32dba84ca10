package dev.roamlab.conformance.trigger;

import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.yaml.Fields;
import dev.roamlab.conformance.yaml.Problems;
import dev.roamlab.conformance.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A trigger of the vocabulary, as {@code triggers/triggers.yaml} has it.
 *
 * @param name such as {@code start-session}
 * @param roles whose operator can be asked
 * @param params what it concerns; those with a ? at the end can be absent
 * @param facts what the operator's side may answer
 * @param does what happens, in a sentence
 * @param ask the instruction to a person, as a template
 * @param otherwise another template, for when a bracket of the first has nothing to say
 */
public record TriggerKind(
        String name,
        Set<SutRole> roles,
        List<String> params,
        List<String> facts,
        String does,
        String ask,
        Optional<String> otherwise) {
    /** The key of a SUT file that stands for every trigger that is not named there. */
    public static final String DEFAULT = "default";
    /** The trigger that causes nothing, and asks whether something is so. */
    public static final String ATTEST = "attest";

    private static final String FILE = "triggers.yaml";
    private static final Set<String> KEYS = Set.of("name", "roles", "params", "facts", "does", "ask", "otherwise");
    private static final Pattern OPTIONAL_PART = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    public TriggerKind {
        roles = Set.copyOf(roles);
        params = List.copyOf(params);
        facts = List.copyOf(facts);
    }

    /** The whole vocabulary, in the order in which it is listed. */
    public static List<TriggerKind> all() {
        return Vocabulary.KINDS;
    }

    /** The trigger of this name. */
    public static Optional<TriggerKind> named(String name) {
        return all().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The triggers that the operator of a role can be asked for. */
    public static List<TriggerKind> of(SutRole role) {
        return all().stream().filter(kind -> kind.roles().contains(role)).toList();
    }

    /** What a person is to do, with the ids filled in. */
    public String instruction(Map<String, ?> given) {
        boolean silent = OPTIONAL_PART.matcher(ask).results().noneMatch(part -> isComplete(part.group(1), given));
        String template = silent ? otherwise.orElse(ask) : ask;
        String chosen = OPTIONAL_PART
                .matcher(template)
                .replaceAll(part -> Matcher.quoteReplacement(isComplete(part.group(1), given) ? part.group(1) : ""));
        return PARAMETER
                .matcher(chosen)
                .replaceAll(name -> Matcher.quoteReplacement(String.valueOf((Object) given.get(name.group(1)))));
    }

    private static boolean isComplete(String part, Map<String, ?> given) {
        return PARAMETER.matcher(part).results().allMatch(name -> given.get(name.group(1)) != null);
    }

    /** Read once; what it holds never changes. */
    private static final class Vocabulary {
        static final List<TriggerKind> KINDS = read();

        private static List<TriggerKind> read() {
            Problems problems = new Problems(FILE);
            List<TriggerKind> kinds = ((YamlNode.Items) problems.parse(resource()))
                    .nodes().stream()
                            .map(node -> kind(Fields.of(node, "", KEYS, problems)))
                            .toList();
            problems.settle();
            return kinds;
        }

        private static TriggerKind kind(Fields fields) {
            return new TriggerKind(
                    fields.required("name", "name it").orElse(""),
                    fields.values("roles", Vocabulary::role).stream()
                            .collect(Collectors.toCollection(LinkedHashSet::new)),
                    fields.values("params", Function.identity()),
                    fields.values("facts", Function.identity()),
                    fields.required("does", "say what happens").orElse(""),
                    fields.required("ask", "say what to do").orElse(""),
                    fields.text("otherwise"));
        }

        private static SutRole role(String text) {
            return Spelled.find(SutRole.class, text).orElseThrow(() -> new IllegalArgumentException("no role " + text));
        }

        private static String resource() {
            try (InputStream in = TriggerKind.class.getResourceAsStream("/triggers/" + FILE)) {
                if (in == null) {
                    throw new IllegalStateException(FILE + " is not on the class path");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(FILE, unreadable);
            }
        }
    }
}
