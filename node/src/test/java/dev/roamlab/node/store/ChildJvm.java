package dev.roamlab.node.store;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM like this one, running one class of the tests. */
final class ChildJvm {

    private ChildJvm() {}

    static Process start(Class<?> main, String... args) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", classPath(), main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    private static String classPath() {
        // Surefire may start us with a jar that only lists the class path; this property then has the whole of it.
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
