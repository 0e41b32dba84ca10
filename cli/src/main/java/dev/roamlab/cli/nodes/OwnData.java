package dev.roamlab.cli.nodes;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.ocpi.files.ObjectLoader;
import dev.roamlab.ocpi.files.Refusal;
import dev.roamlab.ocpi.files.UnreadableFile;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.pricing.input.TariffFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The user's own locations and tariffs, from OCPI JSON as it is found in the world. */
public final class OwnData {
    private static final int REFUSALS_SHOWN = 5;

    @Option(
            names = "--locations",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "Your own locations, as OCPI JSON of either version: an array, an envelope with data, or one "
                    + "object per line; plain or gzip.")
    private Optional<InputFile> locations = Optional.empty();

    @Option(
            names = "--tariffs",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "Your own tariffs, in the same forms.")
    private Optional<InputFile> tariffs = Optional.empty();

    /**
     * What the files hold.
     *
     * @param outcomes one per file, with what was refused and why
     */
    public record Loaded(
            List<Document<Location>> locations, List<Document<Tariff>> tariffs, List<ObjectLoader.Outcome> outcomes) {}

    /** Whether any file was named. */
    public boolean any() {
        return locations.isPresent() || tariffs.isPresent();
    }

    /**
     * Reads the files, showing how far it is, and says what was refused.
     *
     * @throws UserError when a file cannot be read, or holds nothing that can be used
     */
    public Loaded load(CommandContext context) {
        List<ObjectLoader.Outcome> outcomes = new ArrayList<>();
        List<Document<Location>> places = new ArrayList<>();
        List<Document<Tariff>> prices = new ArrayList<>();
        locations.ifPresent(file -> outcomes.add(read(
                path(file, "--locations"),
                new ObjectLoader<>(
                        Location.class,
                        json -> OcpiVersion.V2_3_0, // no field of a location is spelt differently in 2.2.1
                        location -> location.countryCode() + "/" + location.partyId() + "/" + location.id()),
                places,
                context)));
        tariffs.ifPresent(file -> outcomes.add(read(
                path(file, "--tariffs"),
                new ObjectLoader<>(
                        Tariff.class,
                        TariffFile::versionOf,
                        tariff -> tariff.countryCode() + "/" + tariff.partyId() + "/" + tariff.id()),
                prices,
                context)));
        return new Loaded(places, prices, outcomes);
    }

    private static Path path(InputFile file, String option) {
        return file.path()
                .orElseThrow(() -> new UserError(
                        option + " takes a file, not standard input.", "Save the data to a file and name that."));
    }

    private static <T extends Record> ObjectLoader.Outcome read(
            Path file, ObjectLoader<T> loader, List<Document<T>> into, CommandContext context) {
        try (LoadProgress progress = new LoadProgress(file, Files.size(file), context)) {
            ObjectLoader.Outcome outcome = loader.load(file, into::add, progress::reached);
            progress.close();
            tell(outcome, context.out());
            return outcome;
        } catch (UnreadableFile unreadable) {
            throw new UserError(
                    String.valueOf(unreadable.getMessage()), "Nothing was loaded. Mend the file and try again.");
        } catch (IOException unreadable) {
            throw new UserError(file + " cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    private static void tell(ObjectLoader.Outcome outcome, Console out) {
        out.line(String.format(
                java.util.Locale.ROOT,
                "%s: %,d taken, %,d refused",
                outcome.file(),
                outcome.taken(),
                outcome.refused()));
        outcome.refusals().stream().limit(REFUSALS_SHOWN).forEach(refusal -> out.hanging("  ", words(refusal)));
        if (outcome.refusals().size() > REFUSALS_SHOWN) {
            out.line("  … and " + (outcome.refusals().size() - REFUSALS_SHOWN) + " more; --report DIR lists them all");
        }
        if (outcome.taken() == 0) {
            throw new UserError(
                    outcome.file() + " holds nothing that can be used.",
                    "The lines above say why; 'docs/spec-examples.md' shows what valid objects look like.");
        }
    }

    private static String words(Refusal refusal) {
        String where = refusal.pointer().isEmpty() ? "" : " " + refusal.pointer();
        String found = refusal.value().isEmpty() ? "" : ", found " + refusal.value();
        return "line " + refusal.line() + ", column " + refusal.column() + where + ": " + refusal.rule() + found;
    }
}
