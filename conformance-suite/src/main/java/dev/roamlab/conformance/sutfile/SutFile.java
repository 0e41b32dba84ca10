package dev.roamlab.conformance.sutfile;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.HouseRules;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.Sut.Known;
import dev.roamlab.conformance.subject.Sut.Limits;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.subject.Sut.TesterAddress;
import dev.roamlab.conformance.subject.Sut.Timings;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.subject.Tolerances;
import dev.roamlab.conformance.yaml.Fields;
import dev.roamlab.conformance.yaml.Problems;
import dev.roamlab.conformance.yaml.Variables;
import dev.roamlab.conformance.yaml.YamlNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads SUT files; the format is described in {@code docs/conformance.md} and by {@link ShippedFiles#sutSchema()}. */
public final class SutFile {
    static final Set<String> TOP = keys(
            "versions_url",
            "token_a",
            "role",
            "versions",
            "tester",
            "known",
            "timings",
            "limits",
            "triggers",
            "profile",
            "tolerances",
            "custom_modules");
    static final Set<String> TESTER = keys("party", "listen", "public_url");
    static final Set<String> KNOWN = keys("startable", "location_id", "tokens");
    static final Set<String> STARTABLE = keys("location_id", "evse_uid", "connector_id");
    static final Set<String> TOKENS = keys("valid", "blocked", "unknown", "location_dependent");
    static final Set<String> TIMINGS = keys("request", "read_back", "reaction", "push", "quiet", "session");
    static final Set<String> LIMITS = keys("destructive", "untouchable");

    private final Problems problems;
    private final Given given;

    private SutFile(String file, Given given) {
        this.problems = new Problems(file);
        this.given = given;
    }

    /**
     * Reads a file.
     *
     * @param file its name, for messages
     * @param environment gives the variables that are set, for {@code ${NAME}}
     * @param given what goes before the file
     * @throws dev.roamlab.conformance.yaml.BadFile with every mistake
     */
    public static Sut read(String file, String text, Function<String, Optional<String>> environment, Given given) {
        SutFile reader = new SutFile(file, given);
        YamlNode tree = new Variables(environment, reader.problems).into(reader.problems.parse(text));
        return reader.sut(Fields.of(tree, "", TOP, reader.problems));
    }

    /**
     * A system of which only the command line tells.
     *
     * @throws dev.roamlab.conformance.yaml.BadFile when that is not enough
     */
    public static Sut of(Given given) {
        SutFile reader = new SutFile("command line", given);
        return reader.sut(Fields.of(new YamlNode.Scalar(1, ""), "", TOP, reader.problems));
    }

    private Sut sut(Fields top) {
        Optional<URI> url = given.versionsUrl()
                .or(() -> needed(top, "versions_url", "the URL that lists your OCPI versions", Words::url));
        Optional<String> token = given.token()
                .or(() -> needed(top, "token_a", "the token to register with, best as ${VARIABLE}", Words::secret));
        Optional<SutRole> role = given.role().or(() -> needed(top, "role", "cpo or emsp", Words::role));
        List<SpecVersion> versions = top.values("versions", Words::version);
        TesterAddress tester = tester(top.below("tester", TESTER));
        Known known = known(top.below("known", KNOWN));
        Timings timings = timings(top.below("timings", TIMINGS));
        Limits limits = limits(top.below("limits", LIMITS));
        Sut.TriggerSettings triggers = new TriggerReader(problems).read(top.below("triggers", Set.of()));
        Set<String> custom = new LinkedHashSet<>(top.values("custom_modules", Words::id));
        HouseRules profile = ProfileReader.rules(top.below("profile", ProfileReader.PROFILE));
        Tolerances tolerances = ProfileReader.tolerances(top.below("tolerances", ProfileReader.TOLERANCES));
        problems.settle();
        return new Sut(
                url.orElseThrow(),
                token.orElseThrow(),
                role.orElseThrow(),
                given.versions().isEmpty() ? versions : given.versions(),
                tester,
                known,
                timings,
                limits,
                triggers,
                custom,
                profile,
                tolerances);
    }

    private static <T> Optional<T> needed(Fields top, String key, String hint, Function<String, T> reader) {
        return top.required(key, "write " + hint).isPresent() ? top.value(key, reader) : Optional.empty();
    }

    private TesterAddress tester(Fields fields) {
        Party party = fields.value("party", Words::party).orElse(Given.TESTER);
        Given.Listen listen = fields.value("listen", Words::listen).orElse(Given.Listen.LOOPBACK);
        Optional<URI> publicUrl = fields.value("public_url", Words::origin);
        Given.Listen chosen = given.listen().orElse(listen);
        return new TesterAddress(
                given.party().orElse(party),
                chosen.host(),
                chosen.port(),
                given.publicUrl().or(() -> publicUrl));
    }

    private Known known(Fields fields) {
        List<Startable> startable = new ArrayList<>();
        for (YamlNode item : fields.items("startable")) {
            startable(Fields.of(item, fields.at("startable"), STARTABLE, problems))
                    .ifPresent(startable::add);
        }
        Fields tokens = fields.below("tokens", TOKENS);
        return new Known(
                startable,
                fields.value("location_id", Words::id),
                tokens.value("valid", Words::id),
                tokens.value("blocked", Words::id),
                tokens.value("unknown", Words::id),
                tokens.value("location_dependent", Words::id));
    }

    private static Optional<Startable> startable(Fields fields) {
        Optional<String> location = needed(fields, "location_id", "the location's id", Words::id);
        Optional<String> evse = needed(fields, "evse_uid", "the EVSE's uid", Words::id);
        Optional<String> connector = needed(fields, "connector_id", "the connector's id", Words::id);
        return location.isPresent() && evse.isPresent() && connector.isPresent()
                ? Optional.of(new Startable(location.get(), evse.get(), connector.get()))
                : Optional.empty();
    }

    private static Timings timings(Fields fields) {
        Timings usual = Timings.DEFAULT;
        return new Timings(
                fields.value("request", Words::duration).orElse(usual.request()),
                fields.value("read_back", Words::duration).orElse(usual.readBack()),
                fields.value("reaction", Words::duration).orElse(usual.reaction()),
                fields.value("push", Words::duration).orElse(usual.push()),
                fields.value("quiet", Words::duration).orElse(usual.quiet()),
                fields.value("session", Words::duration).orElse(usual.session()));
    }

    private Limits limits(Fields fields) {
        boolean destructive = fields.value("destructive", Words::yesNo).orElse(true);
        Set<String> untouchable = new LinkedHashSet<>(fields.values("untouchable", Words::module));
        return new Limits(given.destructive().orElse(destructive), untouchable);
    }

    static Set<String> keys(String... keys) {
        // In the order in which messages and the example name them.
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
    }
}
