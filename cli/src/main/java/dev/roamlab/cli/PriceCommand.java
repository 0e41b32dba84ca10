package dev.roamlab.cli;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.options.TimeZoneConverter;
import dev.roamlab.cli.options.VersionConverter;
import dev.roamlab.cli.price.Pricing;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.render.BillJson;
import dev.roamlab.pricing.render.BillText;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prices a session or a CDR and explains the bill. */
@Command(
        name = "price",
        description = "Price a session or a CDR by OCPI tariffs, and explain the bill line by line.",
        customSynopsis = {
            "roamlab price --tariff FILE... --session FILE [OPTIONS]",
            "       roamlab price [--tariff FILE...] --cdr FILE [OPTIONS]"
        },
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "A session file: {\"start\": ..., \"end\": ..., \"phases\": [{\"kind\": \"RESERVED|CHARGING|PARKED\",",
            "\"start\": ..., \"end\": ..., \"energy_kwh\": 20, \"power_kw\"?, \"current_a\"?, \"tariff_id\"?, \"expired\"?}]}",
            "",
            "Examples:",
            "  roamlab price --tariff tariff.json --session session.json --time-zone Europe/Amsterdam",
            "  roamlab price --cdr cdr.json --json"
        })
final class PriceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--tariff",
            arity = "1..*",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "Tariffs: an object, an array, an envelope with data, or one object on each line. "
                    + "The first is in use unless a phase names another. A CDR may carry its own.")
    private List<InputFile> tariffs = new ArrayList<>();

    @Option(
            names = "--session",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "What was used, as a session file (below); - reads standard input.")
    private Optional<InputFile> session = Optional.empty();

    @Option(
            names = "--cdr",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "What was used, as an OCPI CDR; - reads standard input.")
    private Optional<InputFile> cdr = Optional.empty();

    @Option(
            names = "--time-zone",
            paramLabel = "TZ",
            converter = TimeZoneConverter.class,
            defaultValue = "UTC",
            description = "Where the charger stands, for tariffs with times and days (default: ${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(
            names = "--version",
            paramLabel = "V",
            converter = VersionConverter.class,
            description = "OCPI version of the files, 2.2.1 or 2.3.0 (default: recognised by their shape).")
    private Optional<OcpiVersion> version = Optional.empty();

    @Option(names = "--json", description = "Print the bill as JSON.")
    private boolean json;

    PriceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requireOneConsumption();
        requireOneUseOfStandardInput();
        Bill bill = bill(new Pricing(version, zone, context.in()));
        if (json) {
            context.out().raw(BillJson.of(bill).toPrettyString());
        } else {
            print(bill);
        }
        return ExitCodes.CLEAN;
    }

    private Bill bill(Pricing pricing) {
        if (cdr.isPresent()) {
            return pricing.cdr(cdr.get(), tariffs);
        }
        if (tariffs.isEmpty()) {
            throw new UserError("A session needs a tariff.", "Add --tariff FILE.");
        }
        return pricing.session(session.orElseThrow(), tariffs);
    }

    private void print(Bill bill) {
        Console out = context.out();
        // The table fits; the sentences below it do as they please.
        BillText.of(bill).lines().forEach(line -> {
            if (line.length() <= out.look().width()) {
                out.line(line);
            } else {
                out.hanging("  ", line.strip());
            }
        });
    }

    private void requireOneConsumption() {
        if (session.isPresent() == cdr.isPresent()) {
            throw new UserError(
                    session.isPresent() ? "--session and --cdr exclude each other." : "There is nothing to price.",
                    "Give one of them: --session FILE or --cdr FILE. See 'roamlab price --help'.");
        }
    }

    private void requireOneUseOfStandardInput() {
        long uses = Stream.concat(tariffs.stream(), Stream.concat(session.stream(), cdr.stream()))
                .filter(file -> file.path().isEmpty())
                .count();
        if (uses > 1) {
            throw new UserError(
                    "Standard input (-) is named " + uses + " times and can be read only once.",
                    "Put all but one of them into files.");
        }
    }
}
