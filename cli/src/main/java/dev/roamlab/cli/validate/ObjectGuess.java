package dev.roamlab.cli.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.cli.shell.Suggestions;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.conformance.schema.ObjectSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which object is meant. */
public final class ObjectGuess {
    private final ObjectSchemas schemas;

    /** Guesses among the objects of a version. */
    public ObjectGuess(ObjectSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The object with this name, written in any case and with or without marks.
     *
     * @throws UserError that lists the objects when there is none
     */
    public String named(String typed) {
        return schemas.names().stream()
                .filter(name ->
                        bare(name).equals(bare(typed)) || bare(name + "s").equals(bare(typed)))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "There is no object '" + typed + "' in this version. "
                                + Suggestions.didYouMean(typed, schemas.names()),
                        "There are " + String.join(", ", schemas.names()) + "."));
    }

    /**
     * The object whose fields these are.
     *
     * @throws UserError when several fit, or none
     */
    public String of(JsonNode json) {
        int best = 0;
        List<String> fitting = new ArrayList<>();
        for (String name : schemas.names()) {
            int score = score(name, json);
            if (score > best) {
                fitting.clear();
                best = score;
            }
            if (score == best && score > 0) {
                fitting.add(name);
            }
        }
        if (fitting.size() != 1) {
            throw new UserError(
                    fitting.isEmpty()
                            ? "These are the fields of no object."
                            : "These fields fit several objects: " + String.join(", ", fitting) + ".",
                    "Say which one it is, such as --object location.");
        }
        return fitting.get(0);
    }

    /** Known fields count for an object; fields that it lacks, and fields that it does not know, count against it. */
    private int score(String name, JsonNode json) {
        if (!json.isObject() || json.isEmpty()) {
            return 0;
        }
        Set<String> fields = schemas.fields(name);
        int known = (int) json.properties().stream()
                .filter(entry -> fields.contains(entry.getKey()))
                .count();
        int missing = (int) schemas.requiredFields(name).stream()
                .filter(field -> !json.has(field))
                .count();
        return known * 2 - missing - (json.size() - known);
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
