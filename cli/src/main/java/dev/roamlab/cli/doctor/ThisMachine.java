package dev.roamlab.cli.doctor;

import dev.roamlab.cli.terminal.Environment;
import dev.roamlab.cli.terminal.Look;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Facts of the machine this process runs on. */
final class ThisMachine implements Machine {
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int PROBE = 42;
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LIMIT_ROW = "Max open files";

    private final Environment environment;
    private final Look look;

    ThisMachine(Environment environment, Look look) {
        this.environment = environment;
        this.look = look;
    }

    @Override
    public int javaFeature() {
        return Runtime.version().feature();
    }

    @Override
    public String javaName() {
        return System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
    }

    @Override
    public boolean is64Bit() {
        return System.getProperty("os.arch").contains("64");
    }

    @Override
    public long maxHeapBytes() {
        return Runtime.getRuntime().maxMemory();
    }

    @Override
    public Optional<Path> maven() {
        return Stream.of(environment.variable("PATH").orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of("mvn", "mvn.cmd").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public Optional<String> portTrouble(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do it: connections of a run that has just ended do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Optional.empty();
        } catch (IOException taken) {
            return Optional.of(String.valueOf(taken.getMessage()));
        }
    }

    @Override
    public Optional<String> loopbackTrouble() {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket()) {
            client.connect(server.getLocalSocketAddress(), TIMEOUT_MILLIS);
            server.setSoTimeout(TIMEOUT_MILLIS);
            try (Socket accepted = server.accept()) {
                client.getOutputStream().write(PROBE);
                accepted.setSoTimeout(TIMEOUT_MILLIS);
                InputStream in = accepted.getInputStream();
                return in.read() == PROBE ? Optional.empty() : Optional.of("data arrives changed");
            }
        } catch (IOException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public OptionalLong freeBytes(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(existing(folder)).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean isWritable(Path folder) {
        return Files.isWritable(existing(folder));
    }

    private static Path existing(Path folder) {
        Path candidate = folder.toAbsolutePath();
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }

    @Override
    public Path temporaryFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public Optional<FileLimit> fileLimit() {
        if (!Files.isReadable(LIMITS)) {
            return Optional.empty();
        }
        try {
            return limitIn(Files.readAllLines(LIMITS));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    static Optional<FileLimit> limitIn(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(LIMIT_ROW))
                .map(line -> line.substring(LIMIT_ROW.length()).strip().split("\\s+"))
                .filter(cells -> cells.length >= 2)
                .map(cells -> new FileLimit(number(cells[0]), number(cells[1])))
                .findFirst();
    }

    private static long number(String cell) {
        return cell.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(cell);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Optional<Duration> fileClockOffset() {
        try {
            Path probe = Files.createTempFile("roamlab-clock-", ".tmp");
            try {
                Instant written = Files.getLastModifiedTime(probe).toInstant();
                return Optional.of(Duration.between(Instant.now(), written));
            } finally {
                Files.delete(probe);
            }
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> timeZoneRules() {
        boolean present = ZoneId.getAvailableZoneIds().contains("Europe/Amsterdam");
        return present
                ? Optional.of(ZoneRulesProvider.getVersions("Europe/Amsterdam").lastKey())
                : Optional.empty();
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public boolean hasTerminal() {
        return environment.terminals().out();
    }
}
