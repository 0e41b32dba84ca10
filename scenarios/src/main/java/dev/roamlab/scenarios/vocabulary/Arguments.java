package dev.roamlab.scenarios.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.scenarios.stage.ScenarioBroken;

/**
 * What a step says in its {@code with}.
 *
 * @param json placeholders already replaced
 */
public record Arguments(ObjectNode json) {

    /** The value of a parameter, or what it falls back to. */
    public <T> T get(Parameter<T> parameter) {
        JsonNode value = json.path(parameter.name());
        if (value.isMissingNode()) {
            return parameter
                    .fallback()
                    .orElseThrow(() ->
                            new ScenarioBroken(parameter.name() + ": must be given (" + parameter.meaning() + ")"));
        }
        try {
            return parameter.reader().apply(value);
        } catch (IllegalArgumentException wrong) {
            throw new ScenarioBroken(parameter.name() + ": " + wrong.getMessage());
        }
    }
}
