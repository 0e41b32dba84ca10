package dev.roamlab.cli.price;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.MissingVat;
import dev.roamlab.pricing.TariffEngine;
import dev.roamlab.pricing.Usage;
import dev.roamlab.pricing.input.SessionFile;
import dev.roamlab.pricing.input.TariffFile;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prices files; whatever is wrong with them becomes a {@link UserError} with file, place, rule and value. */
public final class Pricing {
    private static final int SHOWN = 8;

    private final Optional<OcpiVersion> version;
    private final ZoneId zone;
    private final InputStream standardInput;

    /**
     * Prices under given circumstances.
     *
     * @param version of every object; when empty, each is recognised by its shape
     * @param zone the location's
     */
    public Pricing(Optional<OcpiVersion> version, ZoneId zone, InputStream standardInput) {
        this.version = version;
        this.zone = zone;
        this.standardInput = standardInput;
    }

    /** The bill of a session file; at least one tariff. */
    public Bill session(InputFile session, List<InputFile> tariffFiles) {
        Usage usage = onlyPart(session, "session", SessionFile::read);
        List<TariffFile.Read> tariffs = tariffs(tariffFiles);
        return price(tariffsOf(tariffs), usage, tariffs.get(0).missingVat());
    }

    /** The bill of a CDR; without tariff files, by the tariffs that it carries. */
    public Bill cdr(InputFile file, List<InputFile> tariffFiles) {
        CdrFile.Read read = onlyPart(file, "CDR", json -> CdrFile.read(json, version));
        Usage usage = Usage.of(read.cdr());
        if (!tariffFiles.isEmpty()) {
            List<TariffFile.Read> tariffs = tariffs(tariffFiles);
            return price(tariffsOf(tariffs), usage, tariffs.get(0).missingVat());
        }
        if (read.cdr().tariffs().isEmpty()) {
            throw new UserError(
                    file.name() + " carries no tariffs.", "Name the file of its tariff with --tariff FILE.");
        }
        MissingVat missingVat = read.version() == OcpiVersion.V2_2_1 ? MissingVat.NONE : MissingVat.UNKNOWN;
        return price(read.cdr().tariffs(), usage, missingVat);
    }

    private Bill price(List<Tariff> tariffs, Usage usage, MissingVat missingVat) {
        try {
            return TariffEngine.price(tariffs, usage, zone, missingVat);
        } catch (InvalidField mismatch) {
            throw new UserError(
                    "Tariff and consumption do not fit together: " + mismatch.getMessage() + ".",
                    "Give every tariff that is named, all in one currency.");
        }
    }

    private static List<Tariff> tariffsOf(List<TariffFile.Read> reads) {
        return reads.stream().map(TariffFile.Read::tariff).toList();
    }

    private List<TariffFile.Read> tariffs(List<InputFile> files) {
        List<TariffFile.Read> tariffs = new ArrayList<>();
        for (InputFile file : files) {
            for (JsonFile.Part part : JsonFile.read(file, standardInput)) {
                tariffs.addAll(valid(part, "tariff", json -> TariffFile.read(json, version)));
            }
        }
        return tariffs;
    }

    private <T> T onlyPart(InputFile file, String what, Reader<T> reader) {
        List<JsonFile.Part> parts = JsonFile.read(file, standardInput);
        if (parts.size() > 1) {
            throw new UserError(
                    file.name() + " holds " + parts.size() + " objects, one on each line; exactly one " + what
                            + " is needed.",
                    "Put the one you mean into a file of its own.");
        }
        return valid(parts.get(0), what, reader);
    }

    private <T> T valid(JsonFile.Part part, String what, Reader<T> reader) {
        try {
            return reader.read(part.json());
        } catch (InvalidObject invalid) {
            throw refused(part.where(), what, invalid.problems());
        } catch (InvalidField invalid) {
            throw refused(
                    part.where(), what, List.of(new Problem("/" + invalid.field(), invalid.rule(), invalid.value())));
        }
    }

    private UserError refused(String where, String what, List<Problem> problems) {
        String listed =
                problems.stream().limit(SHOWN).map(problem -> "\n" + problem).collect(Collectors.joining());
        int more = problems.size() - SHOWN;
        String versionHint = what.equals("session") || version.isPresent()
                ? ""
                : " If it is of another version than it looks, name that with --version.";
        return new UserError(
                where + " is no valid " + what + ":" + listed + (more > 0 ? "\nand " + more + " more" : ""),
                "Places are JSON pointers." + versionHint);
    }

    private interface Reader<T> {
        T read(com.fasterxml.jackson.databind.JsonNode json) throws InvalidObject;
    }
}
