package dev.roamlab.cli.chargers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.ocpp.intercept.InterceptRule;
import dev.roamlab.ocpp.intercept.RuleReader;
import java.io.InputStream;
import java.util.List;

/** Rules of the interceptor in a file, JSON or YAML. */
final class RulesFile {
    private static final ObjectMapper YAML = new YAMLMapper();

    private RulesFile() {}

    /**
     * The rules in a file.
     *
     * @throws UserError naming path, rule and value
     */
    static List<InterceptRule> read(InputFile file, InputStream in) {
        try {
            JsonNode rules = YAML.readTree(file.text(in));
            return RuleReader.rules(rules);
        } catch (JsonProcessingException broken) {
            throw wrong(file, broken.getOriginalMessage());
        } catch (IllegalArgumentException refused) {
            throw wrong(file, String.valueOf(refused.getMessage()));
        }
    }

    private static UserError wrong(InputFile file, String why) {
        return new UserError(
                "--intercept: " + file.name() + ": " + why + ".",
                "A rule looks like {\"id\": \"slow\", \"delayMs\": 500}; docs/interceptor-and-traces.md has them all.");
    }
}
