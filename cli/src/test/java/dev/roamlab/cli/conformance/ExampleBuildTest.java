package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roamlab.ocpi.types.Role;
import dev.roamlab.scenarios.operator.SelfSettings;
import dev.roamlab.scenarios.operator.SelfSubject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's Maven build, with the artifacts of this one, without a network. */
@Tag("long")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ExampleBuildTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final List<String> MODULES = List.of("lab", "ocpi", "reports", "conformance-suite");

    @TempDir
    Path folder;

    @Test
    void the_example_project_examines_a_node_of_ours() throws Exception {
        Optional<Path> maven = maven();
        assumeTrue(maven.isPresent(), "no mvn in the PATH: the example project is not built");
        Path project = copyOf(ROOT.resolve("examples/conformance-maven"), folder.resolve("project"));
        Path repository = repository();
        SelfSubject subject = SelfSubject.start(SelfSettings.of(Role.EMSP, 1)).await(30, TimeUnit.SECONDS);
        try {
            Path log = folder.resolve("build.log");
            int exit = build(maven.get(), project, repository, subject, log);

            assertThat(exit).as(() -> tail(log)).isZero();
            assertThat(project.resolve("target/conformance/report.html")).isNotEmptyFile();
            assertThat(project.resolve("target/surefire-reports/TEST-com.example.ocpi.OurPlatformConformanceTest.xml"))
                    .exists();
        } finally {
            subject.close().await(20, TimeUnit.SECONDS);
        }
    }

    private static int build(Path maven, Path project, Path repository, SelfSubject subject, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder build = new ProcessBuilder(
                        maven.toString(), "-o", "-B", "-ntp", "-Dmaven.repo.local=" + repository, "test")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        build.environment().put("OCPI_VERSIONS_URL", subject.versionsUrl());
        build.environment().put("OCPI_TOKEN_A", subject.tokenA().value());
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = build.start();
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    /** A local repository with all that is in this machine's, but the artifacts of this very build. */
    private Path repository() throws IOException {
        Path theirs =
                Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
        assumeTrue(
                Files.isDirectory(theirs), "no local repository at " + theirs + ": the example project is not built");
        Path ours = Files.createDirectories(folder.resolve("repository"));
        link(theirs, ours, "dev");
        link(theirs.resolve("dev"), Files.createDirectories(ours.resolve("dev")), "roamlab");
        Path group = ours.resolve("dev/roamlab");
        Files.copy(ROOT.resolve("pom.xml"), artifact(group, "roamlab", "pom"));
        for (String module : MODULES) {
            Files.copy(ROOT.resolve(module).resolve("pom.xml"), artifact(group, module, "pom"));
            jar(ROOT.resolve(module).resolve("target/classes"), artifact(group, module, "jar"));
        }
        return ours;
    }

    private static Path artifact(Path group, String id, String type) throws IOException {
        return Files.createDirectories(group.resolve(id).resolve(VERSION)).resolve(id + "-" + VERSION + "." + type);
    }

    private static void link(Path from, Path to, String except) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (!entry.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
                }
            }
        }
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> entries = Files.walk(classes)) {
            for (Path entry : (Iterable<Path>) entries.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
                Files.copy(entry, out);
                out.closeEntry();
            }
        }
    }

    private static Path copyOf(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry :
                    (Iterable<Path>) entries.filter(one -> !from.relativize(one).startsWith("target"))::iterator) {
                Files.copy(entry, to.resolve(from.relativize(entry).toString()));
            }
        }
        return to;
    }

    private static Optional<Path> maven() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(place -> Path.of(place).resolve("mvn"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException unreadable) {
            return "no log: " + unreadable.getMessage();
        }
    }
}
