package dev.roamlab.cli;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.options.VersionConverter;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.validate.ObjectFile;
import dev.roamlab.cli.validate.ObjectFile.Piece;
import dev.roamlab.cli.validate.ObjectGuess;
import dev.roamlab.cli.validate.Remark.Weight;
import dev.roamlab.cli.validate.Validation;
import dev.roamlab.cli.validate.ValidationJson;
import dev.roamlab.cli.validate.ValidationText;
import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges OCPI objects in a file by the schemas of the conformance suite. */
@Command(
        name = "validate",
        description = "Check OCPI objects in a file against the specification, requirement by requirement.",
        customSynopsis = "roamlab validate FILE --version 2.2.1|2.3.0 [--object NAME] [OPTIONS]",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The file holds one object, a list, an OCPI response with data, or one object on each line; gzip is fine.",
            "Exit codes: 0 no findings (warnings may be there), 1 findings, 2 could not be read.",
            "",
            "Examples:",
            "  roamlab validate locations.json --version 2.2.1",
            "  curl -s https://cpo.example/ocpi/tariffs | roamlab validate - --object tariff --version 2.3.0 --json"
        })
final class ValidateCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            arity = "1",
            converter = InputFile.Converter.class,
            description = "OCPI JSON; - reads standard input.")
    private InputFile file = new InputFile(Optional.empty());

    @Option(
            names = "--version",
            required = true,
            paramLabel = "V",
            converter = VersionConverter.class,
            description = "OCPI version of the objects, 2.2.1 or 2.3.0.")
    private OcpiVersion version = OcpiVersion.V2_3_0;

    @Option(
            names = "--object",
            paramLabel = "NAME",
            description = "What they are: location, evse, connector, tariff, session, cdr, token, credentials ... "
                    + "(default: recognised by their fields).")
    private Optional<String> object = Optional.empty();

    @Option(names = "--all", description = "Show every finding, not just the first " + SHOWN + ".")
    private boolean all;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    ValidateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ObjectFile objects = new ObjectFile(file.name(), file.text(context.in()));
        Validation validation = validate(objects);
        if (json) {
            context.out().raw(ValidationJson.of(validation, version.value()).toPrettyString());
        } else {
            new ValidationText(context.out(), version.value()).print(validation);
        }
        return validation.count(Weight.FINDING) == 0 ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }

    private Validation validate(ObjectFile objects) {
        Run run = new Run(ObjectSchemas.of(SpecVersion.valueOf(version.name())));
        if (object.isPresent()) {
            run.begin(run.guess.named(object.get()), objects);
        }
        objects.each(piece -> run.judge(piece, objects));
        if (run.validation == null) {
            throw new UserError(file.name() + " holds no object.", "A list in it is empty.");
        }
        return run.validation;
    }

    /** Begins as soon as it is known what the objects are. */
    private final class Run {
        private final ObjectSchemas schemas;
        private final ObjectGuess guess;
        private @Nullable Validation validation;

        Run(ObjectSchemas schemas) {
            this.schemas = schemas;
            this.guess = new ObjectGuess(schemas);
        }

        Validation begin(String name, ObjectFile objects) {
            Validation begun = new Validation(schemas, Catalogue.load(), name, all ? Integer.MAX_VALUE : SHOWN);
            if (objects.isEnvelope()) {
                begun.envelope(objects.envelope());
            }
            validation = begun;
            return begun;
        }

        void judge(Piece piece, ObjectFile objects) {
            Validation begun = validation == null ? begin(guess.of(piece.json()), objects) : validation;
            begun.judge(piece);
        }
    }
}
