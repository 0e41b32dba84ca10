package dev.roamlab.cli.nodes;

import dev.roamlab.cli.shell.UserError;
import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Which of the machine's interfaces a node listens on. */
final class HostOption {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Interface to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host = "127.0.0.1";

    /** As it was given. */
    String value() {
        return host;
    }

    /** Whether only this machine can call. */
    boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new UserError(
                    "--host: there is no interface " + host + ".", "127.0.0.1 is this machine only, 0.0.0.0 all.");
        }
    }
}
