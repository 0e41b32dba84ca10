package dev.roamlab.cli.conformance;

import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.Sut.Timings;
import dev.roamlab.conformance.subject.SutBuilder;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.sutfile.Given;
import dev.roamlab.conformance.sutfile.SutFile;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.scenarios.operator.SelfSettings;
import dev.roamlab.scenarios.operator.SelfSettingsBuilder;
import dev.roamlab.scenarios.operator.SelfSubject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One of our own nodes as the system under test, with its operator's desk for triggers. */
final class SelfSystem implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    /** On this machine, however busy, an answer that takes longer does not come. */
    private static final Timings LOCAL = new Timings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofMillis(800),
            Duration.ofSeconds(15));

    private final SelfSubject subject;
    private final Sut sut;

    private SelfSystem(SelfSubject subject, Sut sut) {
        this.subject = subject;
        this.sut = sut;
    }

    /**
     * Starts a node.
     *
     * @param given what the command line says; what the node itself knows better is left out
     */
    static SelfSystem start(SutRole role, List<Fault> faults, Given given) {
        SelfSettings settings = SelfSettingsBuilder.builder(SelfSettings.of(Role.valueOf(role.name()), 1))
                .faults(faults)
                .build();
        try {
            SelfSubject subject = SelfSubject.start(settings).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Given chosen = new Given(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    given.versions(),
                    Optional.empty(),
                    given.listen(),
                    Optional.empty(),
                    given.destructive());
            Sut sut = SutFile.read("our node", subject.sutFile().toString(), name -> Optional.empty(), chosen);
            return new SelfSystem(
                    subject, SutBuilder.builder(sut).timings(LOCAL).build());
        } catch (TimeoutException slow) {
            throw new IllegalStateException("our own node did not start within " + PATIENCE_SECONDS + " s", slow);
        }
    }

    Sut sut() {
        return sut;
    }

    @Override
    public void close() {
        try {
            subject.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            throw new IllegalStateException("our own node did not stop within " + PATIENCE_SECONDS + " s", slow);
        }
    }
}
