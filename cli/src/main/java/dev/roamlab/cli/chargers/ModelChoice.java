package dev.roamlab.cli.chargers;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.Suggestions;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.station.check.ModelCheck;
import dev.roamlab.station.check.ModelProblem;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;

/** Finds station models by name, or in the user's own file. */
final class ModelChoice {
    private ModelChoice() {}

    /**
     * The models that one value of {@code --model} means: one of the catalogue, or all of a file.
     *
     * @throws UserError with the name that may be meant, or the file's mistake
     */
    static List<StationModel> of(String value, InputStream in) {
        StationModels shipped = StationModels.shipped();
        List<String> names = shipped.all().stream().map(StationModel::id).toList();
        if (names.contains(value)) {
            return List.of(shipped.named(value));
        }
        if (value.endsWith(".yaml") || value.endsWith(".yml") || value.contains("/") || value.equals("-")) {
            return inFile(new InputFile.Converter().convert(value), in);
        }
        throw new UserError(
                "--model: there is no model '" + value + "'.",
                (Suggestions.didYouMean(value, names) + " 'roamlab chargers models' lists them; a file of your own"
                                + " ends with .yaml.")
                        .strip());
    }

    /**
     * All models of a file.
     *
     * @throws UserError naming line, path, rule and value of each mistake
     */
    static List<StationModel> inFile(InputFile file, InputStream in) {
        String text = file.text(in);
        List<ModelProblem> problems = ModelCheck.of(text, file.name());
        if (!problems.isEmpty()) {
            throw new UserError(
                    problems.stream().map(ModelProblem::toString).collect(Collectors.joining("\n")),
                    "'roamlab chargers models --schema' prints what is allowed.");
        }
        List<StationModel> models = StationModels.parse(text, file.name()).all();
        if (models.isEmpty()) {
            throw new UserError(file.name() + " holds no model.", "It has to be a YAML list of models.");
        }
        return models;
    }
}
