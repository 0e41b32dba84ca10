package dev.roamlab.cli.nodes;

import dev.roamlab.cli.options.Port;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.ocpp.security.CsmsSecurity;
import dev.roamlab.ocpp.security.SecurityProfile;
import dev.roamlab.ocpp.security.StationSecurity;
import dev.roamlab.ocpp.security.StationTls;
import dev.roamlab.station.fleet.Destination;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What chargers have to show before the CPO's central system lets them in. */
final class OcppSecurityOptions {
    private static final int USUAL_PORT = 8883;

    @Option(
            names = "--ocpp-security",
            paramLabel = "N",
            defaultValue = "0",
            description = "The least OCPP security profile: 0 none, 1 password, 2 TLS and password, 3 TLS with a"
                    + " certificate of the charger (default: ${DEFAULT-VALUE}).")
    private int profile;

    @Option(
            names = "--ocpp-password",
            paramLabel = "P",
            description = "The password of all chargers, 16 to 40 characters (default: any of that length).")
    private Optional<String> password = Optional.empty();

    @Option(
            names = "--key-folder",
            paramLabel = "DIR",
            defaultValue = "roamlab-keys",
            description = "Where TLS keys and certificates are kept, and made if they are not there; ca.pem is what"
                    + " chargers have to trust (default: ${DEFAULT-VALUE}).")
    private Path keys = Path.of("roamlab-keys");

    @Option(
            names = "--ocpp-tls-port",
            paramLabel = "PORT",
            converter = Port.Converter.class,
            description = "Port for chargers with TLS (default: " + USUAL_PORT + "; any free one where --port is 0).")
    private Optional<Port> port = Optional.empty();

    @Option(
            names = "--ocpp-host",
            paramLabel = "NAME",
            description = "A name or address of this machine for the certificate, besides localhost; repeatable.")
    private List<String> hosts = new ArrayList<>();

    boolean isGiven() {
        return profile != 0;
    }

    /**
     * What is asked for.
     *
     * @throws UserError naming what is wrong
     */
    CsmsSecurity security(int nodePort) {
        try {
            SecurityProfile wanted = SecurityProfile.of(profile);
            return wanted == SecurityProfile.NONE
                    ? CsmsSecurity.NONE
                    : new CsmsSecurity(
                            wanted,
                            password,
                            Optional.of(keys),
                            hosts,
                            port.map(Port::number).orElse(nodePort == 0 ? 0 : USUAL_PORT));
        } catch (IllegalArgumentException wrong) {
            throw new UserError(
                    wrong.getMessage() + ".", "See --ocpp-security and --ocpp-password in roamlab cpo --help.");
        }
    }

    /** How the CPO's own simulated stations get in. */
    Destination destination(String csmsUrl) {
        SecurityProfile wanted = SecurityProfile.of(profile);
        if (wanted == SecurityProfile.NONE) {
            return Destination.of(csmsUrl);
        }
        Optional<String> shown =
                wanted.password() ? password.or(() -> Optional.of("roamlab-simulated")) : Optional.empty();
        StationTls tls = wanted.tls()
                ? new StationSecurity(
                                wanted, shown, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(keys))
                        .open(Clock.systemUTC())
                : StationTls.USUAL;
        return new Destination(csmsUrl, shown, wanted, tls, List.of());
    }
}
