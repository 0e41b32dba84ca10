package dev.roamlab.ocpi.json;

import java.util.List;
import java.util.stream.Collectors;

/** JSON that is no valid object of its type; lists everything that is wrong with it. */
public final class InvalidObject extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public InvalidObject(List<Problem> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the object's fields. */
    public List<Problem> problems() {
        return problems;
    }

    private static String describe(List<Problem> problems) {
        String shown = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("; "));
        return problems.size() <= SHOWN ? shown : shown + "; and " + (problems.size() - SHOWN) + " more";
    }
}
