package dev.roamlab.conformance.yaml;

import dev.roamlab.conformance.yaml.YamlNode.Entry;
import dev.roamlab.conformance.yaml.YamlNode.Items;
import dev.roamlab.conformance.yaml.YamlNode.Mapping;
import dev.roamlab.conformance.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables into the values of a file: {@code ${NAME}}; {@code $${NAME}} stays {@code ${NAME}}. */
public final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Function<String, Optional<String>> environment;
    private final Problems problems;

    /** @param environment gives the variables that are set */
    public Variables(Function<String, Optional<String>> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** The same tree with its references replaced; one to a variable that is not set is noted, and empty. */
    public YamlNode into(YamlNode node) {
        return into(node, "");
    }

    private YamlNode into(YamlNode node, String path) {
        if (node instanceof Scalar scalar) {
            return new Scalar(scalar.line(), filled(scalar, path));
        }
        if (node instanceof Items items) {
            return new Items(
                    items.line(),
                    items.nodes().stream().map(item -> into(item, path)).toList());
        }
        Mapping mapping = (Mapping) node;
        return new Mapping(
                mapping.line(),
                mapping.entries().stream()
                        .map(entry -> new Entry(
                                entry.line(),
                                entry.key(),
                                into(entry.value(), path.isEmpty() ? entry.key() : path + "." + entry.key())))
                        .toList());
    }

    private String filled(Scalar scalar, String path) {
        return REFERENCE.matcher(scalar.text()).replaceAll(reference -> {
            String name = reference.group(2);
            return Matcher.quoteReplacement(
                    reference.group(1).isEmpty() ? value(name, scalar.line(), path) : "${" + name + "}");
        });
    }

    private String value(String name, int line, String path) {
        if (!NAME.matcher(name).matches()) {
            problems.add(line, path, "${" + name + "} is no name of a variable; write $${…} for the text itself");
            return "";
        }
        Optional<String> value = environment.apply(name).filter(set -> !set.isBlank());
        if (value.isEmpty()) {
            problems.add(line, path, "environment variable " + name + " is not set");
        }
        return value.orElse("");
    }
}
