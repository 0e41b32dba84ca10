package dev.roamlab.cli.chargers;

import dev.roamlab.cli.shell.SameProgram;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.station.drama.Dramas;
import dev.roamlab.station.fleet.SimulatedStation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Chargers in child processes of the same program, for fleets that one process may not have. Each child has its part, says
 * once in a while how it stands, and ends when this process does.
 */
final class ProcessCrew implements Crew {
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final long CLOSE_SECONDS = 40;

    private final List<Child> children;
    private final Optional<Duration> most;
    private final Instant begun = Instant.now();
    private final Consumer<String> says;

    private ProcessCrew(List<Child> children, Optional<Duration> most, Consumer<String> says) {
        this.children = children;
        this.most = most;
        this.says = says;
    }

    /**
     * Starts the children.
     *
     * @param arguments the command line, which they get, too
     * @param most wall time after which it ends
     */
    static ProcessCrew start(List<String> arguments, int count, Optional<Duration> most, Consumer<String> says) {
        List<Child> children = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                children.add(Child.start(arguments, new Shard(i, count)));
            }
        } catch (IOException impossible) {
            children.forEach(child -> child.process.destroy());
            throw new UncheckedIOException("a process for the chargers cannot be started", impossible);
        }
        return new ProcessCrew(children, most, says);
    }

    @Override
    public Standing standing() {
        Standing sum = children.stream().map(child -> child.last).reduce(Standing.NONE, Standing::plus);
        boolean allHeardOf = children.stream().allMatch(child -> child.last != Standing.NONE);
        return allHeardOf ? sum : sum.notAllTold();
    }

    @Override
    public void order(String order) {
        DramaOrder.of(order)
                .kind()
                .ifPresent(kind -> Dramas.check(kind, DramaOrder.of(order).settings()));
        children.forEach(child -> child.tell(order));
    }

    @Override
    public List<SimulatedStation> stations() {
        return List.of();
    }

    @Override
    public void passTime() {
        LockSupport.parkNanos(GLANCE.toNanos());
        children.forEach(this::look);
    }

    /** A child that has ended by itself has failed; the others go on. */
    private void look(Child child) {
        if (!child.process.isAlive() && !child.mourned) {
            child.mourned = true;
            child.last = child.last.gone();
            says.accept("The process with part " + child.shard + " of the chargers has ended with exit code "
                    + child.process.exitValue() + ": " + child.lastWords());
            if (children.stream().noneMatch(other -> other.process.isAlive())) {
                throw new UserError("No process with chargers is left.", "What the last one said is above.");
            }
        }
    }

    @Override
    public boolean isTimeUp() {
        return most.filter(time -> Duration.between(begun, Instant.now()).compareTo(time) >= 0)
                .isPresent();
    }

    @Override
    public Standing close(boolean stopTransactions) {
        children.forEach(child -> child.tell(stopTransactions ? Child.STOP : Child.LEAVE));
        Instant patience = Instant.now().plusSeconds(CLOSE_SECONDS);
        for (Child child : children) {
            child.end(Duration.between(Instant.now(), patience));
        }
        return standing();
    }

    /** One process. */
    static final class Child {
        /** What a child is told at its end. */
        static final String STOP = "close stop";

        static final String LEAVE = "close leave";

        private static final int REMEMBERED = 5;

        private final Shard shard;
        private final Process process;
        private final Writer orders;
        private final List<String> words = new ArrayList<>();
        private volatile Standing last = Standing.NONE;
        private boolean mourned;

        private Child(Shard shard, Process process) {
            this.shard = shard;
            this.process = process;
            this.orders = process.outputWriter(StandardCharsets.UTF_8);
        }

        static Child start(List<String> arguments, Shard shard) throws IOException {
            List<String> own = new ArrayList<>(arguments);
            own.addAll(List.of("--shard", shard.toString()));
            Child child = new Child(shard, new ProcessBuilder(SameProgram.command(own)).start());
            child.follow("standing", child.process.getInputStream(), child::stands);
            child.follow("words", child.process.getErrorStream(), child::says);
            return child;
        }

        void tell(String order) {
            try {
                orders.write(order + "\n");
                orders.flush();
            } catch (IOException gone) {
                // It has ended; whoever looks after it will say so.
                says(String.valueOf(gone.getMessage()));
            }
        }

        void end(Duration patience) {
            try {
                if (!process.waitFor(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                process.destroy();
            }
        }

        synchronized String lastWords() {
            return words.isEmpty() ? "it said nothing" : String.join(" ", words);
        }

        private void stands(String line) {
            try {
                last = StandingJson.read(line);
            } catch (IllegalArgumentException somethingElse) {
                says(line);
            }
        }

        private synchronized void says(String line) {
            words.add(line.strip());
            if (words.size() > REMEMBERED) {
                words.remove(0);
            }
        }

        private void follow(String what, java.io.InputStream stream, Consumer<String> line) {
            Thread thread = new Thread(() -> read(stream, line), "roamlab-part-" + shard.number() + "-" + what);
            thread.setDaemon(true);
            thread.start();
        }

        private static void read(java.io.InputStream stream, Consumer<String> line) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(line);
            } catch (IOException | UncheckedIOException ended) {
                // With the process.
            }
        }
    }
}
