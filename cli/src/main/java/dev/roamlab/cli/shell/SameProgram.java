package dev.roamlab.cli.shell;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start this program once more, in a process of its own. */
public final class SameProgram {
    /** By its name: commands do not see the program that lists them. */
    private static final String MAIN = "dev.roamlab.cli.Roamlab";

    private SameProgram() {}

    /** The command line, with the options that this JVM got. */
    public static List<String> command(List<String> arguments) {
        return command(ManagementFactory.getRuntimeMXBean().getInputArguments(), arguments);
    }

    /** The command line, with options of its own for the JVM. */
    public static List<String> command(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        return command;
    }
}
