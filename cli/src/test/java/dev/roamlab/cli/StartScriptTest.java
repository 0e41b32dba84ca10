package dev.roamlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the start script among JDKs and a Maven that only say what they were asked. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final Instant OLD = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path home;
    private Path jvms;

    private record Run(int exit, String output) {}

    @BeforeEach
    void install() throws Exception {
        Path script = Path.of("..", "roamlab");
        assertThat(script).exists();
        home = Files.createDirectories(folder.resolve("home with space"));
        jvms = Files.createDirectories(folder.resolve("jvm"));
        Files.copy(script, home.resolve("roamlab"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("cli/target"));
        Files.createDirectories(home.resolve("cli/src/main/java"));
        dated(Files.writeString(home.resolve("pom.xml"), "<project/>"));
        dated(Files.writeString(home.resolve("cli/src/main/java/A.java"), "class A {}"));
    }

    @Test
    void the_java_named_by_the_user_goes_first() throws Exception {
        jar();
        Path mine = jdk(folder.resolve("mine"), "17.0.1");
        Path other = jdk(folder.resolve("other"), "25");

        Run run = run(Map.of("ROAMLAB_JAVA", mine.toString(), "JAVA_HOME", other.toString()), "doctor", "a b");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.output()).contains("java 17.0.1 runs", "SerialGC", "<doctor><a b>");
    }

    @Test
    void java_home_goes_before_the_path_and_one_too_old_is_passed_over() throws Exception {
        jar();
        Path old = jdk(folder.resolve("old"), "11.0.2");
        Path newer = jdk(folder.resolve("newer"), "21.0.1");
        String path = newer.resolve("bin") + ":" + tools();

        assertThat(run(Map.of("JAVA_HOME", newer.toString()), "help").output()).contains("java 21.0.1 runs");
        assertThat(run(Map.of("JAVA_HOME", old.toString(), "PATH", path), "help")
                        .output())
                .contains("java 21.0.1 runs");
    }

    @Test
    void installed_jdks_are_found_where_nothing_points_to_one() throws Exception {
        jar();
        jdk(jvms.resolve("java-8"), "1.8.0_412");
        jdk(jvms.resolve("temurin-25"), "25.0.3");

        assertThat(run(Map.of(), "help").output()).contains("java 25.0.3 runs");
    }

    @Test
    void without_a_jdk_it_says_what_to_install() throws Exception {
        jar();
        jdk(jvms.resolve("java-8"), "1.8.0_412");

        Run run = run(Map.of(), "help");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.output()).contains("No JDK 17 or newer was found.", "(Java 8)", "apt install openjdk-17");
    }

    @Test
    void a_wrong_roamlab_java_is_not_silently_replaced() throws Exception {
        jdk(jvms.resolve("temurin-25"), "25");

        Run run = run(Map.of("ROAMLAB_JAVA", "/no/such/jdk"), "help");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.output()).contains("ROAMLAB_JAVA is /no/such/jdk");
    }

    @Test
    void servers_get_flags_for_the_long_run() throws Exception {
        jar();
        jdk(jvms.resolve("temurin-25"), "25");

        assertThat(run(Map.of(), "--no-color", "up").output()).contains("G1GC").doesNotContain("TieredStopAtLevel");
        assertThat(run(Map.of(), "chargers", "start").output()).contains("SerialGC", "-Xms16m");
    }

    @Test
    void it_works_through_a_symbolic_link() throws Exception {
        jar();
        jdk(jvms.resolve("temurin-25"), "25");
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("roamlab"));

        assertThat(start(link, Map.of(), "help").output()).contains("java 25 runs", home.toRealPath() + "/cli/target");
    }

    @Test
    void it_builds_when_the_jar_is_missing_or_older_than_a_source_and_only_then() throws Exception {
        jdk(jvms.resolve("temurin-25"), "25");
        Path bin = maven("touch cli/target/roamlab.jar");
        Map<String, String> environment = Map.of("PATH", bin + ":" + tools());

        assertThat(run(environment, "help").output()).contains("building roamlab", "java 25 runs");
        assertThat(run(environment, "help").output()).doesNotContain("building").contains("java 25 runs");

        Files.setLastModifiedTime(
                home.resolve("cli/src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run(environment, "help").output()).contains("building roamlab", "java 25 runs");
    }

    @Test
    void a_failed_build_shows_its_errors_and_where_the_log_is() throws Exception {
        jdk(jvms.resolve("temurin-25"), "25");
        Path bin = maven("echo '[ERROR] A.java:[1,1] no semicolon'; exit 1");

        Run run = run(Map.of("PATH", bin + ":" + tools()), "help");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.output()).contains("no semicolon", "The build failed.", "roamlab-build-");
    }

    @Test
    void without_maven_it_says_what_to_install() throws Exception {
        jdk(jvms.resolve("temurin-25"), "25");

        Run run = run(Map.of("PATH", tools().toString()), "help");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.output()).contains("Maven is missing", "apt install maven");
    }

    private void jar() throws IOException {
        Files.writeString(home.resolve("cli/target/roamlab.jar"), "");
    }

    /** A JDK whose java says its version, flags and arguments and ends with 7. */
    private static Path jdk(Path folder, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        program(bin.resolve("javac"), "exit 0");
        program(bin.resolve("java"), "echo \"java " + version + " runs $*\"; printf '<%s>' \"$@\"; exit 7");
        return folder;
    }

    private Path maven(String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("maven"));
        program(bin.resolve("mvn"), script);
        return bin;
    }

    /** What the script needs and nothing else: no Maven, no Java. */
    private Path tools() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of(
                "sh",
                "sed",
                "head",
                "find",
                "dirname",
                "readlink",
                "id",
                "cat",
                "date",
                "sleep",
                "touch",
                "grep",
                "awk",
                "rm",
                "mktemp",
                "tail")) {
            Path real = List.of("/usr/bin", "/bin").stream()
                    .map(place -> Path.of(place, tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            program(bin.resolve(tool), "exec " + real + " \"$@\"");
        }
        return bin;
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void dated(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(OLD));
    }

    private Run run(Map<String, String> variables, String... arguments) throws Exception {
        return start(home.resolve("roamlab"), variables, arguments);
    }

    private Run start(Path script, Map<String, String> variables, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        Path output = folder.resolve("output.txt");
        builder.redirectOutput(output.toFile()).redirectInput(new java.io.File("/dev/null"));
        builder.environment().keySet().removeIf(name -> name.startsWith("ROAMLAB") || name.startsWith("JAVA"));
        builder.environment()
                .putAll(Map.of(
                        "PATH", tools().toString(),
                        "TMPDIR", folder.toString(),
                        "ROAMLAB_JVM_FOLDER", jvms.toString()));
        builder.environment().putAll(variables);
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(output));
    }
}
