package dev.roamlab.cli.chargers;

import dev.roamlab.cli.shell.UserError;
import dev.roamlab.ocpp.security.SecurityProfile;
import dev.roamlab.ocpp.security.StationSecurity;
import dev.roamlab.ocpp.security.StationTls;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How chargers make themselves known to their central system, and whom they trust. */
final class SecurityOptions {
    @Option(
            names = "--security-profile",
            paramLabel = "N",
            defaultValue = "0",
            description = "OCPP security profile: 0 none, 1 password, 2 TLS and password, 3 TLS with a certificate of"
                    + " the charger (default: ${DEFAULT-VALUE}).")
    private int profile;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "PEM file with root certificates to trust at wss:// (default: those of the key folder, or of"
                    + " this machine).")
    private Optional<Path> trust = Optional.empty();

    @Option(names = "--client-key", paramLabel = "FILE", description = "PEM file with the private key of all chargers.")
    private Optional<Path> clientKey = Optional.empty();

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "PEM file with the certificate for that key, and those that vouch for it.")
    private Optional<Path> clientCertificate = Optional.empty();

    @Option(
            names = "--key-folder",
            paramLabel = "DIR",
            description =
                    "Make a certificate for each charger in this folder, signed by the folder's own root, ca.pem.")
    private Optional<Path> keys = Optional.empty();

    /** One for all chargers: they share what TLS needs. */
    record Opened(SecurityProfile profile, StationTls tls) {}

    /**
     * Reads or makes the keys.
     *
     * @param password of all chargers, as it was given
     * @throws UserError naming the option that is wrong
     */
    Opened open(Optional<String> password, List<Target> targets) {
        try {
            StationSecurity wanted = new StationSecurity(
                    SecurityProfile.of(profile),
                    password.map(SecurityOptions::longEnough),
                    trust,
                    clientKey,
                    clientCertificate,
                    keys);
            targets.forEach(target -> wanted.requireUrl(target.url()));
            return new Opened(wanted.profile(), wanted.open(Clock.systemUTC()));
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            throw new UserError(
                    wrong.getMessage() + ".",
                    "See --security-profile, --password, --trust, --client-key, --client-certificate and --key-folder in"
                            + " roamlab chargers start --help.");
        }
    }

    /** With a charger's id in it, its length is known charger by charger only. */
    private static String longEnough(String password) {
        return password.contains("{id}") ? "x".repeat(16) : password;
    }
}
