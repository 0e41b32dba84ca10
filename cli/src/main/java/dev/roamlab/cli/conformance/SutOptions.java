package dev.roamlab.cli.conformance;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.options.Versions;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.sutfile.Given;
import dev.roamlab.conformance.sutfile.SutFile;
import dev.roamlab.conformance.sutfile.Words;
import dev.roamlab.conformance.yaml.BadFile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which system is examined, by a file, by options, or by both: options go first. */
final class SutOptions {
    @Option(
            names = "--sut",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description =
                    "The system under test, as a SUT file ('roamlab conformance check-sut --example' writes one).")
    Optional<InputFile> file = Optional.empty();

    @Option(
            names = "--versions-url",
            paramLabel = "URL",
            converter = Url.class,
            description = "Where the system lists its OCPI versions.")
    private Optional<URI> versionsUrl = Optional.empty();

    @Option(
            names = "--token-a",
            paramLabel = "T",
            description =
                    "The token to register with; better in the variable ROAMLAB_TOKEN_A, which no process list shows.")
    private Optional<String> tokenA = Optional.empty();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            converter = CatalogueWords.Role.class,
            description = "What the system is: cpo or emsp.")
    Optional<SutRole> role = Optional.empty();

    @Option(
            names = "--version",
            paramLabel = "V",
            converter = Versions.Converter.class,
            description = "OCPI version: 2.2.1, 2.3.0 or both (default: all that both sides know).")
    private Optional<Versions> versions = Optional.empty();

    @Option(
            names = "--party",
            paramLabel = "CC/PID",
            converter = OfParty.class,
            description = "Country code and party id that the tester plays (default: NL/TSA).")
    private Optional<Party> party = Optional.empty();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            converter = Address.class,
            description = "Where the tester listens (default: 127.0.0.1 and any free port).")
    private Optional<Given.Listen> listen = Optional.empty();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            converter = Origin.class,
            description = "How the system reaches the tester, when that is another address.")
    private Optional<URI> publicUrl = Optional.empty();

    @Option(names = "--no-destructive", description = "No DELETE and no new registration.")
    private boolean spare;

    /** Whether anything names a system. */
    boolean nameSomething() {
        return file.isPresent() || versionsUrl.isPresent() || tokenA.isPresent();
    }

    /** What the options say by themselves. */
    Given given() {
        return new Given(
                versionsUrl,
                tokenA,
                role,
                specVersions(),
                party,
                listen,
                publicUrl,
                spare ? Optional.of(false) : Optional.empty());
    }

    private List<SpecVersion> specVersions() {
        return versions.map(Versions::list).orElse(List.of()).stream()
                .flatMap(version -> Spelled.find(SpecVersion.class, version.value()).stream())
                .toList();
    }

    /**
     * The system.
     *
     * @throws UserError with everything that is wrong or missing
     */
    Sut sut(CommandContext context) {
        if (file.isEmpty()) {
            return unfiled();
        }
        return read(file.get(), context);
    }

    private Sut unfiled() {
        if (versionsUrl.isEmpty() || tokenA.isEmpty() || role.isEmpty()) {
            throw new UserError(
                    "There is no complete system to examine: "
                            + (versionsUrl.isEmpty() ? "--versions-url, " : "")
                            + (tokenA.isEmpty() ? "--token-a, " : "")
                            + (role.isEmpty() ? "--role, " : "")
                            + "or --sut FILE is missing.",
                    "Give --versions-url URL --token-a T --role cpo|emsp, or --sut FILE, or --self for our own nodes.");
        }
        try {
            return SutFile.of(given());
        } catch (BadFile bad) {
            throw new UserError(String.valueOf(bad.getMessage()), "Correct these options.");
        }
    }

    private Sut read(InputFile input, CommandContext context) {
        try {
            return SutFile.read(input.name(), input.text(context.in()), context.environment()::variable, given());
        } catch (BadFile bad) {
            throw new UserError(
                    String.valueOf(bad.getMessage()),
                    "Correct the file; 'roamlab conformance check-sut " + input.name() + "' shows this list again.");
        }
    }

    /** Reads a value the way SUT files do. */
    private abstract static class Reader<T> implements ITypeConverter<T> {
        private final Function<String, T> reader;

        Reader(Function<String, T> reader) {
            this.reader = reader;
        }

        @Override
        public T convert(String value) {
            try {
                return reader.apply(value.strip());
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage() + ".\nCorrect it.");
            }
        }
    }

    private static final class Url extends Reader<URI> {
        Url() {
            super(Words::url);
        }
    }

    private static final class Origin extends Reader<URI> {
        Origin() {
            super(Words::origin);
        }
    }

    private static final class OfParty extends Reader<Party> {
        OfParty() {
            super(Words::party);
        }
    }

    private static final class Address extends Reader<Given.Listen> {
        Address() {
            super(Words::listen);
        }
    }
}
