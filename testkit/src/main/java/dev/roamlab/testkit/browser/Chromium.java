package dev.roamlab.testkit.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Chromium of this machine, running without a window until it is closed. */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final String LISTENING = "DevTools listening on ";
    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars",
            "--remote-debugging-port=0");

    private final Process process;
    private final Path profile;
    private final DevTools devTools;

    private Chromium(Process process, Path profile, DevTools devTools) {
        this.process = process;
        this.profile = profile;
        this.devTools = devTools;
    }

    /** The browser's program: what {@code ROAMLAB_CHROMIUM} names, else the first on the path; empty when there is none. */
    public static Optional<Path> program() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(
                        Stream.ofNullable(System.getenv("ROAMLAB_CHROMIUM")).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether a test must fail, not skip, when there is no browser: {@code ROAMLAB_REQUIRE_BROWSER=1}. */
    public static boolean isRequired() {
        return "1".equals(System.getenv("ROAMLAB_REQUIRE_BROWSER"));
    }

    /** Starts the browser with an empty profile; blocks until it listens. */
    public static Chromium start(Path program) throws IOException {
        Path profile = Files.createTempDirectory("chromium");
        List<String> command = Stream.of(
                        Stream.of(program.toString()),
                        OPTIONS.stream(),
                        Stream.of("--user-data-dir=" + profile, "about:blank"))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Chromium(process, profile, DevTools.connect(URI.create(address(process))));
    }

    private static String address(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread drain = new Thread(() -> output.lines().forEach(rest -> {}), "chromium-output");
                drain.setDaemon(true);
                drain.start();
                return line.substring(LISTENING.length()).strip();
            }
        }
        throw new IOException("Chromium ended before it listened, exit code "
                + process.onExit().join().exitValue());
    }

    /** A new, empty page. */
    public Page newPage(Screen screen) {
        return Page.open(devTools, screen);
    }

    @Override
    public void close() throws IOException {
        devTools.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deleteProfile();
    }

    /** As far as it goes: a helper process that still writes into it is no reason to fail a test. */
    private void deleteProfile() throws IOException {
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (java.io.UncheckedIOException vanished) {
            // Somebody else deleted it.
        }
    }
}
