package dev.roamlab.station.behaviour;

import java.util.List;
import java.util.stream.Collectors;

/** A file that describes no behaviour; says everything that is wrong with it. */
public final class InvalidBehaviour extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidBehaviour(String source, List<Problem> problems) {
        super(problems.stream().map(problem -> source + problem).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the file's order. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param line from 1; 0 when it cannot be told
     * @param path JSON pointer
     * @param rule what is wrong, and what is allowed
     */
    public record Problem(int line, String path, String rule) {
        @Override
        public String toString() {
            return (line > 0 ? ":" + line : "") + ": " + (path.isEmpty() ? "" : path + ": ") + rule;
        }
    }
}
