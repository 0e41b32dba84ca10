package dev.roamlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands that stay say when they cannot start. */
class NodeCommandsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emsp --party Netherlands | --party",
                "emsp --register nonsense --token-a t | --register",
                "emsp --register http://127.0.0.1:1/versions | --token-a",
                "cpo --host 0.0.0.0 --invite short | --invite",
                "cpo --public-url nonsense | --public-url",
                "cpo --port 70000 | --port",
                "cpo --store postgres://x | postgres",
                "up --speed max | --speed",
                "up --chargers many | --chargers",
                "up --locations nowhere.json | nowhere.json",
                "up --emps-port 1 | --emsp-port",
            })
    void a_bad_option_is_named_with_the_way_out(String line, String named) {
        CliRun run = CliRun.of(line.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(named).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({"cpo,--port", "emsp,--port", "up,--cpo-port", "up,--emsp-port"})
    void a_port_in_use_is_told_with_the_option_that_chooses_another(String command, String option) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String other = option.equals("--cpo-port") ? "--emsp-port=0" : "--cpo-port=0";
            String port = option + "=" + taken.getLocalPort();

            CliRun run = command.equals("up") ? CliRun.of("up", port, other) : CliRun.of(command, port);

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .contains(String.valueOf(taken.getLocalPort()), "in use", option)
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({"cpo,--port=0,--port=0", "emsp,--port=0,--port=0", "up,--cpo-port=0,--emsp-port=0"})
    void an_operators_port_in_use_is_told(String command, String one, String other) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = "--operator-port=" + taken.getLocalPort();

            CliRun run = one.equals(other) ? CliRun.of(command, one, port) : CliRun.of(command, one, other, port);

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err())
                    .contains(String.valueOf(taken.getLocalPort()), "in use", "--operator-port")
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void a_registration_that_fails_says_why_and_ends() throws Exception {
        int closed;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = probe.getLocalPort();
        }

        CliRun run = CliRun.of(
                "emsp", "--port", "0", "--register", "http://127.0.0.1:" + closed + "/versions", "--token-a", "t");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("registration failed", "cannot be reached")
                .doesNotContain("\tat ");
    }
}
