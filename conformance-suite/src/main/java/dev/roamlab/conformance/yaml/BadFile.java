package dev.roamlab.conformance.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A file that somebody wrote cannot be used; all its mistakes, in the order of their lines. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BadFile(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
