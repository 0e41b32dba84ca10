package dev.roamlab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roamlab.control.http.Limits;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example clients, run as a reader of their README would run them. */
@Timeout(180)
class ExampleClientsTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "clients");
    private static final String KEY = "example-key-1";

    @Test
    void python() throws Exception {
        runs("python3", "ROAMLAB_REQUIRE_PYTHON", EXAMPLES.resolve("python/ten_chargers.py"), "PY-01");
    }

    @Test
    void javascript() throws Exception {
        runs("node", "ROAMLAB_REQUIRE_NODE", EXAMPLES.resolve("javascript/ten-chargers.js"), "JS-01");
    }

    /** Skips where the program is not installed, unless the environment insists. */
    private static void runs(String program, String insists, Path script, String charger) throws Exception {
        boolean required = "1".equals(System.getenv(insists));
        assumeTrue(required || installed(program), program + " is not installed");
        try (ApiLab lab = new ApiLab(settings -> settings.withKeys(List.of(KEY)).withLimits(Limits.USUAL))) {
            Path output = Files.createTempFile("example", ".txt");
            ProcessBuilder builder = new ProcessBuilder(program, script.toString(), lab.url())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("ROAMLAB_API_KEY", KEY);
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            Process process = builder.start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            process.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);

            assertThat(ended).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said).contains("ten chargers are accepted", charger + " charges", "kW", "has delivered", "done");
            assertThat(lab.fleet().stations()).isEmpty();
        }
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
