package dev.roamlab.station.check;

/**
 * Something wrong with a file of station models.
 *
 * @param line from 1
 * @param path where it is, such as {@code $[0].evses[1].connectors[0].voltage}
 * @param rule what is wrong, with the value and the rule it breaks
 */
public record ModelProblem(String source, int line, String path, String rule) {
    @Override
    public String toString() {
        return source + ":" + line + ": " + path + ": " + rule;
    }
}
