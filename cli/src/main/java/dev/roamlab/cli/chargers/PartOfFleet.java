package dev.roamlab.cli.chargers;

import dev.roamlab.cli.terminal.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jline.utils.Signals;

/** The other end of {@link ProcessCrew}: says how its chargers stand, does what it is told, ends with its parent. */
final class PartOfFleet {
    private static final Duration SAYS_EVERY = Duration.ofMillis(500);

    private final Console out;
    private final Crew crew;
    private final Queue<String> orders = new ConcurrentLinkedQueue<>();

    PartOfFleet(Console out, InputStream in, Crew crew) {
        this.out = out;
        this.crew = crew;
        // Ctrl-C reaches all processes of a terminal; here the parent says what is to be done.
        Signals.register("INT", () -> {});
        Thread reader = new Thread(() -> listen(in), "roamlab-orders");
        reader.setDaemon(true);
        reader.start();
    }

    void run() {
        Instant due = Instant.EPOCH;
        Optional<Boolean> stops = Optional.empty();
        while (stops.isEmpty()) {
            crew.passTime();
            if (!Instant.now().isBefore(due)) {
                out.raw(StandingJson.write(crew.standing()));
                due = Instant.now().plus(SAYS_EVERY);
            }
            stops = obey();
        }
        out.raw(StandingJson.write(crew.close(stops.get())));
    }

    /** Whether it is to end, and then whether transactions are to be stopped. */
    private Optional<Boolean> obey() {
        for (String order = orders.poll(); order != null; order = orders.poll()) {
            if (order.equals(ProcessCrew.Child.STOP) || order.equals(ProcessCrew.Child.LEAVE)) {
                return Optional.of(order.equals(ProcessCrew.Child.STOP));
            }
            crew.order(order);
        }
        return Optional.empty();
    }

    private void listen(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(orders::add);
        } catch (IOException | UncheckedIOException gone) {
            // As the end of input.
        }
        orders.add(ProcessCrew.Child.LEAVE);
    }
}
