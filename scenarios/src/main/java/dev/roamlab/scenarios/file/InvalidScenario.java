package dev.roamlab.scenarios.file;

import java.util.List;
import java.util.stream.Collectors;

/** A file that is no scenario; names everything that is wrong with it, by line. */
public final class InvalidScenario extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidScenario(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the lines. */
    public List<Problem> problems() {
        return problems;
    }
}
