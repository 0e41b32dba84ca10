package dev.roamlab.cli.nodes;

import dev.roamlab.cli.options.Port;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.scenarios.operator.OperatorDesk;
import io.vertx.core.Future;
import java.net.BindException;
import java.util.Optional;
import java.util.function.IntFunction;
import picocli.CommandLine.Option;

/** Whether an operator's desk stands beside a node. */
final class OperatorOption {
    @Option(
            names = "--operator-port",
            paramLabel = "PORT",
            converter = Port.Converter.class,
            description =
                    "Let anybody on this machine act as the node's operator, at /triggers of this port; 0 takes any free"
                            + " one (default: nobody can). 'roamlab conformance' uses it.")
    private Optional<Port> port = Optional.empty();

    /** Whether there is to be one. */
    boolean isGiven() {
        return port.isPresent();
    }

    /**
     * Opens the desk if there is to be one.
     *
     * @param offset added to a port that was chosen: the desks of several nodes stand side by side
     */
    Future<Optional<OperatorDesk>> open(int offset, IntFunction<Future<OperatorDesk>> desk) {
        return port.map(chosen -> open(desk, chosen.number() == 0 ? 0 : chosen.number() + offset))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Future<Optional<OperatorDesk>> open(IntFunction<Future<OperatorDesk>> desk, int number) {
        return desk.apply(number)
                .map(Optional::of)
                .recover(failure -> Future.failedFuture(
                        failure instanceof BindException
                                ? UserError.portInUse("127.0.0.1", number, "--operator-port")
                                : failure));
    }
}
