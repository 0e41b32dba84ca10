package dev.roamlab.conformance.yaml;

import dev.roamlab.conformance.yaml.YamlNode.NotYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes of one file, so that its author hears of all at once. */
public final class Problems {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    /** @param file the name under which problems are reported */
    public Problems(String file) {
        this.file = file;
    }

    /**
     * Parses the file's text.
     *
     * @throws BadFile at once when it is no YAML
     */
    public YamlNode parse(String text) {
        try {
            return YamlNode.parse(text);
        } catch (NotYaml broken) {
            add(broken.line(), "", broken.problem());
            throw new BadFile(problems);
        }
    }

    /** Notes a mistake. */
    public void add(int line, String field, String message) {
        problems.add(new Problem(file, line, field, message));
    }

    boolean concern(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    /**
     * Ends the reading.
     *
     * @throws BadFile when there were mistakes
     */
    public void settle() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line));
            throw new BadFile(problems);
        }
    }
}
