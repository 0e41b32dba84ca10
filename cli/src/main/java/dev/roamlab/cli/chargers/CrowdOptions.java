package dev.roamlab.cli.chargers;

import dev.roamlab.cli.chargers.FleetPlan.Member;
import dev.roamlab.cli.options.Count;
import dev.roamlab.cli.options.Seed;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.security.StationSecurity;
import dev.roamlab.station.fleet.Destination;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationSpec;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which chargers there are, and where they connect to. */
final class CrowdOptions {
    private static final int USUAL_TOKENS = 20;

    @Option(
            names = "--csms",
            required = true,
            paramLabel = "URL[#SHARE]",
            converter = Target.Converter.class,
            description =
                    "Where to connect to, ws://... or wss://...; the charger's id is added as the last part of the"
                            + " path. Repeatable: chargers are spread, by share if one is given.")
    private List<Target> targets = new ArrayList<>();

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Count.Converter.class,
            defaultValue = "1",
            description = "How many chargers (default: ${DEFAULT-VALUE}).")
    private Count count = new Count(1);

    @Option(
            names = "--id",
            paramLabel = "PATTERN",
            description = "Their ids; a run of # becomes the number (default: ROAMLAB-#, with zeros in front).")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--first",
            paramLabel = "N",
            converter = Count.Converter.class,
            defaultValue = "1",
            description = "Number of the first one (default: ${DEFAULT-VALUE}).")
    private Count first = new Count(1);

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            defaultValue = "post-22-twin",
            description =
                    "What they are; repeatable: models take turns. A file of your own ends with .yaml, and all its"
                            + " models take turns (default: ${DEFAULT-VALUE}).")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--ocpp",
            paramLabel = "V",
            converter = OcppChoice.Converter.class,
            defaultValue = "both",
            description = "Versions to offer: 1.6, 2.0.1 or both; of both, the central system chooses"
                    + " (default: ${DEFAULT-VALUE}).")
    private OcppChoice ocpp = OcppChoice.both();

    @Option(
            names = "--password",
            paramLabel = "P",
            description = "Password of every charger, for HTTP Basic; {id} in it becomes the charger's id.")
    private Optional<String> password = Optional.empty();

    @Mixin
    private final SecurityOptions security = new SecurityOptions();

    @Option(
            names = "--tokens",
            paramLabel = "UID,...",
            split = ",",
            description = "Cards that drivers carry (default: ROAMLAB-CARD-01 to -20).")
    private List<String> tokens = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.Converter.class,
            description = "Makes drivers, message ids and dramas repeatable (default: different each time).")
    private Optional<Seed> seed = Optional.empty();

    int count() {
        return count.number();
    }

    List<Target> targets() {
        return targets;
    }

    /**
     * The chargers of one process of several.
     *
     * @throws UserError naming the option that is wrong
     */
    FleetPlan plan(InputStream in, Shard shard) {
        List<StationModel> kinds = models.stream()
                .flatMap(value -> ModelChoice.of(value, in).stream())
                .toList();
        List<Target> turns = Target.inTurn(targets, count.number());
        SecurityOptions.Opened opened = security.open(password, targets);
        Map<Destination, Destination> shared = new HashMap<>();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count.number(); i++) {
            if (shard.owns(i)) {
                StationModel model = kinds.get(i % kinds.size());
                String chargePointId = chargePointId(i);
                Destination destination = destination(turns.get(i), model, chargePointId, opened);
                members.add(new Member(
                        spec(model, chargePointId, first.number() + i),
                        shared.computeIfAbsent(destination, same -> same)));
            }
        }
        return new FleetPlan(
                members,
                destination(targets.get(0), kinds.get(0), chargePointId(0), opened),
                tokens(),
                seed.map(Seed::value).orElseGet(System::nanoTime));
    }

    /** What drivers of a rush hour carry, and of any behaviour. */
    private List<IdToken> tokens() {
        if (!tokens.isEmpty()) {
            tokens.stream()
                    .filter(token -> token.isBlank() || token.length() > 20)
                    .findFirst()
                    .ifPresent(token -> {
                        throw new UserError(
                                "--tokens: '" + token + "' has " + token.length() + " characters.",
                                "A card's UID has 1 to 20.");
                    });
            return tokens.stream().map(IdToken::of).toList();
        }
        return IntStream.rangeClosed(1, USUAL_TOKENS)
                .mapToObj(n -> IdToken.of(String.format(Locale.ROOT, "ROAMLAB-CARD-%02d", n)))
                .toList();
    }

    private Destination destination(
            Target target, StationModel model, String chargePointId, SecurityOptions.Opened opened) {
        List<Dialect> dialects = ocpp.spokenBy(model.ocpp());
        if (dialects.isEmpty()) {
            throw new UserError(
                    "--ocpp " + ocpp + ": the model " + model.id() + " does not speak it, only "
                            + String.join(", ", model.ocpp()) + ".",
                    "Choose another model, or leave --ocpp out.");
        }
        Optional<String> own = password.map(text -> text.replace("{id}", chargePointId));
        if (opened.profile().password()) {
            requireLength(own.orElseThrow(), chargePointId);
        }
        return new Destination(target.url(), own, opened.profile(), opened.tls(), dialects);
    }

    private static void requireLength(String password, String chargePointId) {
        try {
            StationSecurity.requireLength(password);
        } catch (IllegalArgumentException wrong) {
            throw new UserError("--password: for charger " + chargePointId + ", " + wrong.getMessage() + ".");
        }
    }

    private String chargePointId(int index) {
        int number = first.number() + index;
        int digits = Math.max(
                4, Integer.toString(first.number() + count.number() - 1).length());
        String pattern = id.orElse("ROAMLAB-" + "#".repeat(digits));
        int from = pattern.indexOf('#');
        if (from < 0) {
            return count.number() == 1
                    ? pattern
                    : pattern + "-" + String.format(Locale.ROOT, "%0" + digits + "d", number);
        }
        int to = from;
        while (to < pattern.length() && pattern.charAt(to) == '#') {
            to++;
        }
        return pattern.substring(0, from)
                + String.format(Locale.ROOT, "%0" + (to - from) + "d", number)
                + pattern.substring(to);
    }

    private static StationSpec spec(StationModel model, String chargePointId, int number) {
        try {
            return StationSpec.of(model, chargePointId, number);
        } catch (IllegalArgumentException wrong) {
            throw new UserError(
                    "--id: " + wrong.getMessage() + ".", "A run of # in the pattern becomes the charger's number.");
        }
    }
}
