package dev.roamlab.cli.nodes;

import dev.roamlab.cli.shell.SameProgram;
import dev.roamlab.cli.terminal.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gateways as processes of their own on this machine. One that ends is started again at the same port, after a pause that
 * doubles as long as it keeps ending. They end when this process does, however it ends: their standard input is ours.
 */
final class GatewayProcesses implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** One that has run so long was well. */
    private static final Duration WELL = Duration.ofSeconds(60);

    /** Room for the connections that one process can hold, and no more than it needs for those it has. */
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmx768m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            "-Dio.netty.allocator.numDirectArenas=1",
            "-Dio.netty.allocator.numHeapArenas=1");

    private final Console console;
    private final String host;
    private final String core;
    private final List<Gateway> gateways = new ArrayList<>();
    private final ScheduledExecutorService starter = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "roamlab-gateways");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    /**
     * @param host that stations connect to
     * @param core where the gateways find the core's cluster
     */
    GatewayProcesses(Console console, String host, String core) {
        this.console = console;
        this.host = host;
        this.core = core;
    }

    /** One gateway through all its lives. */
    private static final class Gateway {
        private final String name;
        private final int port;
        private Process process;
        private long startedNanos;
        private Duration pause = FIRST_PAUSE;

        Gateway(String name, int port, Process process) {
            this.name = name;
            this.port = port;
            this.process = process;
            this.startedNanos = System.nanoTime();
        }
    }

    /** Starts one gateway for each port. */
    void start(List<Integer> ports) {
        for (int port : ports) {
            String name = "gateway-" + (gateways.size() + 1);
            Gateway gateway = new Gateway(name, port, launch(name, port));
            gateways.add(gateway);
            watch(gateway);
        }
    }

    /** The processes of this moment. */
    List<ProcessHandle> processes() {
        return gateways.stream().map(gateway -> gateway.process.toHandle()).toList();
    }

    private Process launch(String name, int port) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("cpo", "gateway", "--core", core, "--name", name, "--host", host));
        arguments.addAll(List.of("--port", Integer.toString(port), "--ends-with-input"));
        try {
            return new ProcessBuilder(SameProgram.command(JVM, arguments))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException("cannot start " + name, failure);
        }
    }

    private void watch(Gateway gateway) {
        Process process = gateway.process;
        Thread reader = new Thread(() -> complaints(gateway.name, process), "roamlab-" + gateway.name);
        reader.setDaemon(true);
        reader.start();
        process.onExit().thenRun(() -> starter.execute(() -> ended(gateway)));
    }

    private void complaints(String name, Process process) {
        try (BufferedReader lines = process.errorReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                console.line(name + ": " + line);
            }
        } catch (IOException gone) {
            // it has ended, which is told elsewhere
        }
    }

    private void ended(Gateway gateway) {
        if (closed) {
            return;
        }
        Duration ran = Duration.ofNanos(System.nanoTime() - gateway.startedNanos);
        if (ran.compareTo(WELL) > 0) {
            gateway.pause = FIRST_PAUSE;
        }
        console.line(gateway.name + " has ended (exit code " + gateway.process.exitValue() + "); it starts again in "
                + gateway.pause.toSeconds() + " s.");
        starter.schedule(() -> restart(gateway), gateway.pause.toMillis(), TimeUnit.MILLISECONDS);
        Duration longer = gateway.pause.multipliedBy(2);
        gateway.pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void restart(Gateway gateway) {
        if (!closed) {
            gateway.process = launch(gateway.name, gateway.port);
            gateway.startedNanos = System.nanoTime();
            watch(gateway);
        }
    }

    @Override
    public void close() {
        closed = true;
        starter.shutdownNow();
        gateways.forEach(gateway -> gateway.process.destroy());
    }
}
