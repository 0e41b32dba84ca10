package dev.roamlab.cli.nodes;

import dev.roamlab.cli.shell.UserError;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Faults;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a node does wrong on purpose. */
final class FaultOptions {
    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = "Misbehave on purpose; repeatable. 'roamlab faults' lists them all.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--admin",
            description = "Let anybody on this machine switch faults at /admin/faults (default: with --fault only).")
    private boolean admin;

    /**
     * The faults of some nodes.
     *
     * @param nodes those that are started, such as {@code cpo}
     * @throws UserError when there is no such fault, or none of the nodes can have it
     */
    List<Fault> of(String... nodes) {
        return names.stream().map(name -> fault(name, List.of(nodes))).toList();
    }

    /** Whether faults can be switched at run time. */
    boolean admin() {
        return admin || !names.isEmpty();
    }

    private static Fault fault(String name, List<String> nodes) {
        Fault fault = Faults.find(name)
                .orElseThrow(() -> new UserError(
                        "--fault: " + Faults.unknown(name)
                                + (Faults.similar(name).isPresent() ? "" : "."),
                        "'roamlab faults' lists them all."));
        if (nodes.stream().noneMatch(fault.culprit()::fits)) {
            throw new UserError(
                    "--fault: " + fault.name() + " is a fault of the " + fault.culprit() + ", which does not run here.",
                    "Give it to 'roamlab " + fault.culprit() + "', or choose another of 'roamlab faults'.");
        }
        return fault;
    }
}
