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
import dev.roamlab.reports.Input;
import dev.roamlab.scenarios.own.NoPlace;
import dev.roamlab.scenarios.own.OwnStock;
import dev.roamlab.scenarios.own.OwnWorld;
import dev.roamlab.scenarios.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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
            List<Document<Location>> locations, List<Document<Tariff>> tariffs, List<ObjectLoader.Outcome> outcomes) {

        /** The party whose locations these are, going by the first. */
        Optional<String> owner() {
            return locations.stream()
                    .findFirst()
                    .map(Document::value)
                    .map(location -> location.countryCode() + "-" + location.partyId());
        }
    }

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
        locations.ifPresent(file -> outcomes.add(locations(file, places::add, context)));
        tariffs.ifPresent(file -> outcomes.add(tariffs(file, prices::add, context)));
        outcomes.forEach(outcome -> tell(outcome, "", context.out()));
        return new Loaded(places, prices, outcomes);
    }

    /**
     * What the files hold, kept small, and judged for telling stories with it.
     *
     * @param inputs one per file, for the report
     */
    public record Stocked(OwnStock stock, List<Input> inputs) {}

    /** As {@link #load}, for stories. */
    public Stocked stock(CommandContext context) {
        OwnStock stock = new OwnStock();
        List<Input> inputs = new ArrayList<>();
        tariffs.map(file -> tariffs(file, stock::addTariff, context)).ifPresent(outcome -> {
            tell(outcome, "; --report DIR lists them all", context.out());
            inputs.add(input(outcome, "tariffs"));
        });
        locations.map(file -> locations(file, stock::addLocation, context)).ifPresent(outcome -> {
            tell(outcome, "; --report DIR lists them all", context.out());
            inputs.add(0, input(outcome, "locations"));
        });
        return new Stocked(stock, inputs);
    }

    /**
     * The world of a story, moved to one of the user's locations; the world as shipped when no file was named.
     *
     * @param stocked is given what became of the files
     * @param choice is given the sentences that say which location it is, and why
     */
    public World world(
            CommandContext context, World shipped, Consumer<Stocked> stocked, Consumer<List<String>> choice) {
        if (!any()) {
            return shipped;
        }
        Stocked own = stock(context);
        stocked.accept(own);
        try {
            OwnWorld.Story chosen = OwnWorld.of(shipped, own.stock());
            choice.accept(chosen.choice());
            return chosen.world();
        } catch (NoPlace nowhere) {
            throw new UserError(
                    String.valueOf(nowhere.getMessage()),
                    "Give a location with an EVSE that is in use, or leave the file out: the lab has places of its own.");
        }
    }

    private static Input input(ObjectLoader.Outcome outcome, String objects) {
        return new Input(
                outcome.file().toString(),
                objects,
                outcome.taken(),
                outcome.refused(),
                outcome.refusals().stream()
                        .map(refusal -> new dev.roamlab.reports.Refusal(
                                refusal.line(), refusal.column(), refusal.pointer(), refusal.rule(), refusal.value()))
                        .toList());
    }

    private static ObjectLoader.Outcome locations(
            InputFile file, Consumer<Document<Location>> into, CommandContext context) {
        ObjectLoader<Location> loader = new ObjectLoader<>(
                Location.class,
                json -> OcpiVersion.V2_3_0, // no field of a location is spelt differently in 2.2.1
                location -> location.countryCode() + "/" + location.partyId() + "/" + location.id());
        return read(path(file, "--locations"), loader, into, context);
    }

    private static ObjectLoader.Outcome tariffs(
            InputFile file, Consumer<Document<Tariff>> into, CommandContext context) {
        ObjectLoader<Tariff> loader = new ObjectLoader<>(
                Tariff.class,
                TariffFile::versionOf,
                tariff -> tariff.countryCode() + "/" + tariff.partyId() + "/" + tariff.id());
        return read(path(file, "--tariffs"), loader, into, context);
    }

    private static Path path(InputFile file, String option) {
        return file.path()
                .orElseThrow(() -> new UserError(
                        option + " takes a file, not standard input.", "Save the data to a file and name that."));
    }

    private static <T extends Record> ObjectLoader.Outcome read(
            Path file, ObjectLoader<T> loader, Consumer<Document<T>> into, CommandContext context) {
        try (LoadProgress progress = new LoadProgress(file, Files.size(file), context)) {
            return loader.load(file, into, progress::reached);
        } catch (UnreadableFile unreadable) {
            throw new UserError(
                    String.valueOf(unreadable.getMessage()), "Nothing was loaded. Mend the file and try again.");
        } catch (IOException unreadable) {
            throw new UserError(file + " cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    private static void tell(ObjectLoader.Outcome outcome, String more, Console out) {
        out.line(String.format(
                Locale.ROOT, "%s: %,d taken, %,d refused", outcome.file(), outcome.taken(), outcome.refused()));
        outcome.refusals().stream().limit(REFUSALS_SHOWN).forEach(refusal -> out.hanging("  ", words(refusal)));
        if (outcome.refusals().size() > REFUSALS_SHOWN) {
            out.line(String.format(
                    Locale.ROOT, "  … and %,d more%s", outcome.refusals().size() - REFUSALS_SHOWN, more));
        }
        if (outcome.taken() == 0) {
            throw new UserError(
                    outcome.file() + " holds nothing that can be used.",
                    outcome.objects() == 0
                            ? "It needs at least one object: an array, an envelope with data, or one object per line."
                            : "The lines above say why; 'docs/spec-examples.md' shows what valid objects look like.");
        }
    }

    private static String words(Refusal refusal) {
        String where = refusal.pointer().isEmpty() ? "" : " " + refusal.pointer();
        String found = refusal.value().isEmpty() ? "" : ", found " + refusal.value();
        return "line " + refusal.line() + ", column " + refusal.column() + where + ": " + refusal.rule() + found;
    }
}
