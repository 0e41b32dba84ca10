package dev.roamlab.cli.nodes;

import dev.roamlab.cli.options.Count;
import dev.roamlab.cli.options.Port;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cpo.gateway.ClusterSettings;
import dev.roamlab.cpo.gateway.ClusterSettings.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In how many processes the CPO's central system runs, and where. */
final class ClusterOptions {
    private static final String LOOPBACK = "127.0.0.1";

    @Option(
            names = "--gateways",
            paramLabel = "N",
            converter = Count.Converter.class,
            defaultValue = "0",
            description = "Run N more processes here that hold chargers' connections (default: ${DEFAULT-VALUE}). "
                    + "One process may hold as many as it may open files.")
    private Count gateways = new Count(0);

    @Option(
            names = "--gateway-port",
            paramLabel = "PORT",
            converter = Port.Converter.class,
            description = "Port of the first gateway, the others follow (default: the one behind --port; any free "
                    + "ones where that is 0).")
    private Optional<Port> gatewayPort = Optional.empty();

    @Option(
            names = "--cluster",
            paramLabel = "IP:PORT",
            description = "Where gateways on other machines find this process. The bus between them has no password: "
                    + "keep it in a network of its own.")
    private Optional<String> self = Optional.empty();

    @Option(
            names = "--member",
            paramLabel = "IP:PORT",
            description = "Another process of the same cluster; repeatable. One that runs is enough.")
    private List<String> members = new ArrayList<>();

    /** How many gateways this process starts. */
    int gateways() {
        return gateways.number();
    }

    /** Whether there may be gateways at all. */
    boolean isGiven() {
        return gateways() > 0 || self.isPresent();
    }

    /** The port of each gateway that is started here. */
    List<Integer> ports(int nodePort) {
        int first = gatewayPort.map(Port::number).orElse(nodePort == 0 ? 0 : nodePort + 1);
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < gateways(); i++) {
            ports.add(first == 0 ? freePort() : first + i);
        }
        return ports;
    }

    /** Who is in the cluster; this process is to be found on this machine only, unless told otherwise. */
    ClusterSettings settings() {
        Address address =
                self.map(text -> address("--cluster", text)).orElseGet(() -> new Address(LOOPBACK, freePort()));
        return new ClusterSettings(ClusterSettings.NAME, address, members("--member", members));
    }

    static List<Address> members(String option, List<String> texts) {
        return texts.stream().map(text -> address(option, text)).toList();
    }

    static Address address(String option, String text) {
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new UserError(option + ": " + wrong.getMessage() + ".");
        }
    }

    /** A port that nobody has now. Hazelcast and children must be told theirs before they open it. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
