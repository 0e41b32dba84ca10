package dev.roamlab.cli.nodes;

import dev.roamlab.cli.options.Port;
import dev.roamlab.cli.options.Speed;
import dev.roamlab.cli.options.Versions;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.node.NodeSettingsBuilder;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What one node is told on the command line. */
final class NodeOptions {
    private static final int SAFE_TOKEN_LENGTH = 16;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Port.Converter.class,
            description = "Port to listen on; 0 takes any free one (default: 8000 for the eMSP, 8001 for the CPO).")
    private Optional<Port> port = Optional.empty();

    @Mixin
    private final HostOption host = new HostOption();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Scheme, host and port as partners see them, when a proxy stands in between.")
    private Optional<String> publicUrl = Optional.empty();

    @Option(names = "--party", paramLabel = "CC-PID", description = "Country code and party id, such as NL-TNM.")
    private Optional<String> party = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "The company's name.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--version",
            paramLabel = "V",
            converter = Versions.Converter.class,
            defaultValue = "both",
            description = "OCPI versions to offer: 2.2.1, 2.3.0 or both (default: ${DEFAULT-VALUE}).")
    private Versions versions = new Versions(List.of(OcpiVersion.values()));

    @Option(
            names = "--register",
            paramLabel = "VERSIONS_URL",
            description = "Register with the platform whose versions are listed there; needs --token-a.")
    private Optional<String> register = Optional.empty();

    @Option(
            names = "--token-a",
            paramLabel = "T",
            description = "The registration token that the other platform gave you, as it is (not in Base64).")
    private Optional<String> tokenA = Optional.empty();

    @Option(
            names = "--invite",
            paramLabel = "T",
            description = "Let a partner register with this token A; repeatable (default: one is made up and printed).")
    private List<String> invites = new ArrayList<>();

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = Speed.Converter.class,
            defaultValue = "1",
            description = "How many times faster than real time the node lives (default: ${DEFAULT-VALUE}).")
    private Speed speed = new Speed(1);

    @Mixin
    private final StoreOption store = new StoreOption();

    @Mixin
    private final OperatorOption operator = new OperatorOption();

    @Mixin
    private final FaultOptions faults = new FaultOptions();

    /**
     * The node's settings.
     *
     * @param node {@code emsp} or {@code cpo}
     * @throws UserError naming the option that is wrong
     */
    NodeSettings settings(String node, Role role, int usualPort, String usualParty, String usualName) {
        requireSafe();
        NodeSettingsBuilder settings = NodeSettings.local(
                node, List.of(credentialsRole(role, party.orElse(usualParty), name.orElse(usualName))));
        return settings.host(host.value())
                .port(port.map(Port::number).orElse(usualPort))
                .publicUrl(publicUrl.map(NodeOptions::base))
                .versions(versions.list())
                .store(store.of(node))
                .faults(faults.of(node))
                .admin(faults.admin())
                .build();
    }

    /** Lab seconds per second. */
    double speed() {
        if (speed.isMax()) {
            throw new UserError("--speed max is for stories that end; a node goes on.", "Give a number, such as 10.");
        }
        return speed.factor();
    }

    /** The platform to register with, if any. */
    Optional<Invited> invitation() {
        if (register.isPresent() != tokenA.isPresent()) {
            throw new UserError(
                    "--register and --token-a belong together.",
                    "Give the other platform's versions URL and the token A that it gave you.");
        }
        return register.map(url -> new Invited(url(url), token("--token-a", tokenA.orElseThrow())));
    }

    /** The tokens with which partners may register. */
    List<CredentialsToken> invites() {
        return invites.stream().map(text -> token("--invite", text)).toList();
    }

    /** Who may act as the node's operator. */
    OperatorOption operator() {
        return operator;
    }

    /** What the user is told about the store. */
    String storeDescription() {
        return store.description();
    }

    /** Where to register, and with what. */
    record Invited(Url versionsUrl, CredentialsToken tokenA) {}

    /** Whoever guesses a token A can register; on this machine alone there is nobody to guess. */
    private void requireSafe() {
        Optional<String> guessable = invites.stream()
                .filter(token -> token.length() < SAFE_TOKEN_LENGTH)
                .findFirst();
        if (guessable.isPresent() && !host.isLoopback()) {
            throw new UserError(
                    "--invite: a token of " + guessable.get().length() + " characters can be guessed, and "
                            + host.value() + " is reachable from other machines.",
                    "Give at least " + SAFE_TOKEN_LENGTH
                            + " characters, or leave --invite out: one is made up for you.");
        }
    }

    private static CredentialsRole credentialsRole(Role role, String party, String name) {
        try {
            Party parsed = Party.parse(party);
            return new CredentialsRole(
                    role,
                    new BusinessDetails(name, Optional.empty(), Optional.empty()),
                    parsed.partyId(),
                    parsed.countryCode());
        } catch (InvalidField invalid) {
            throw new UserError(
                    "--party: '" + party + "' is no party.", "Give two letters and three characters, such as NL-TNM.");
        }
    }

    private static Url url(String text) {
        try {
            return new Url(text);
        } catch (InvalidField invalid) {
            throw new UserError(
                    "--register: '" + text + "' is no URL (" + invalid.rule() + ").",
                    "It looks like https://example.com/ocpi/versions.");
        }
    }

    private static String base(String text) {
        try {
            String url = new Url(text).value();
            return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        } catch (InvalidField invalid) {
            throw new UserError(
                    "--public-url: '" + text + "' is no URL (" + invalid.rule() + ").",
                    "It looks like https://ocpi.example.com.");
        }
    }

    private static CredentialsToken token(String option, String text) {
        try {
            return new CredentialsToken(text);
        } catch (InvalidField invalid) {
            throw new UserError(
                    option + ": no credentials token (" + invalid.rule() + ").", "Give 1 to 64 characters.");
        }
    }
}
