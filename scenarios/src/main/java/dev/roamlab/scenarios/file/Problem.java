package dev.roamlab.scenarios.file;

import java.util.Optional;

/**
 * One mistake in a scenario file.
 *
 * @param file the file's name
 * @param line from 1
 * @param column from 1
 * @param rule what is demanded there
 * @param value what was found, clipped; empty when something is missing
 * @param suggestion what was probably meant
 */
public record Problem(
        String file, int line, int column, String rule, Optional<String> value, Optional<String> suggestion) {

    /** {@code file:line:column: rule, found value; did you mean 'suggestion'?} */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + rule
                + value.map(found -> ", found " + found).orElse("")
                + suggestion.map(meant -> "; did you mean '" + meant + "'?").orElse("");
    }
}
