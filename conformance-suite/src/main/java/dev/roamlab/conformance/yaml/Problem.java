package dev.roamlab.conformance.yaml;

/**
 * One mistake in a file that somebody wrote.
 *
 * @param file the file's name
 * @param line from 1
 * @param field the path to the value: {@code triggers.plug-in.timeout}; empty for the file as a whole
 * @param message the rule, the value found, and what was probably meant
 */
public record Problem(String file, int line, String field, String message) {

    /** {@code file:line: field: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + message;
    }
}
