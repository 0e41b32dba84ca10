package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roamlab.testkit.browser.Chromium;
import dev.roamlab.testkit.browser.Page;
import dev.roamlab.testkit.browser.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a real browser shows it. */
class HtmlPageTest {
    @TempDir
    static Path dir;

    private static Optional<Chromium> browser = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Chromium.program();
        assumeTrue(
                program.isPresent() || Chromium.isRequired(),
                "No Chromium on the path (apt install chromium): pages are not looked at");
        browser = Optional.of(Chromium.start(program.orElseThrow()));
        write("large.html", LargeRun.conformance());
        write("small.html", Runs.conformance());
        write("story.html", Runs.scenarios());
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser.isPresent()) {
            browser.get().close();
        }
    }

    @Test
    void a_large_run_opens_within_two_seconds() {
        Page page = open("large.html", Screen.LAPTOP);

        assertThat(page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")
                        .asInt())
                .isLessThan(2_000);
        assertThat(page.complaints()).isEmpty();
    }

    private static Page open(String file, Screen screen) {
        Page page = browser.orElseThrow().newPage(screen);
        page.go(dir.resolve(file).toUri());
        return page;
    }

    private static void write(String file, Run run) throws IOException {
        Files.writeString(dir.resolve(file), HtmlReport.render(run).collect(Collectors.joining()));
    }
}
