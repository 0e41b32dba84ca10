package dev.roamlab.cli.chargers;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.Suggestions;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.station.behaviour.BehaviourFile;
import dev.roamlab.station.behaviour.BehaviourPlan;
import dev.roamlab.station.behaviour.Behaviours;
import dev.roamlab.station.behaviour.InvalidBehaviour;
import java.io.InputStream;

/** Finds a behaviour by name, or in the user's own file. */
final class BehaviourChoice {
    private BehaviourChoice() {}

    /**
     * The behaviour that a value of {@code --behaviour} means.
     *
     * @throws UserError with the name that may be meant, or the file's mistakes
     */
    static BehaviourPlan of(String value, InputStream in) {
        if (Behaviours.ids().contains(value)) {
            return Behaviours.named(value);
        }
        if (value.endsWith(".yaml") || value.endsWith(".yml") || value.contains("/") || value.equals("-")) {
            return inFile(new InputFile.Converter().convert(value), in);
        }
        throw new UserError(
                "--behaviour: there is no behaviour '" + value + "'.",
                (Suggestions.didYouMean(value, Behaviours.ids()) + " 'roamlab chargers behaviours' lists them; a file"
                                + " of your own ends with .yaml.")
                        .strip());
    }

    /**
     * The behaviour in a file.
     *
     * @throws UserError naming line, path, rule and value of each mistake
     */
    static BehaviourPlan inFile(InputFile file, InputStream in) {
        try {
            return BehaviourFile.parse(file.text(in), file.name());
        } catch (InvalidBehaviour invalid) {
            throw new UserError(
                    String.valueOf(invalid.getMessage()),
                    "'roamlab chargers behaviours --schema' prints what is allowed.");
        }
    }
}
