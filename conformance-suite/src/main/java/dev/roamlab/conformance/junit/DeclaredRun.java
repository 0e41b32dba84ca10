package dev.roamlab.conformance.junit;

import dev.roamlab.conformance.baseline.Baseline;
import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.conformance.engine.RunRequest;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.sutfile.Given;
import dev.roamlab.conformance.sutfile.SutFile;
import dev.roamlab.conformance.trigger.SutTriggers;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.ReportWriter;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A run that an annotation describes. Files are read when the run begins, so that a mistake in them fails that run alone. */
final class DeclaredRun {
    private DeclaredRun() {}

    static RunSelector of(Class<?> type, ConformanceOf declared) {
        return new RunSelector(type.getSimpleName(), platform -> open(declared, platform), run -> write(declared, run));
    }

    private static ConformanceRun open(ConformanceOf declared, RunListener platform) {
        Sut sut = SutFile.read(
                declared.value(),
                text("SUT file", declared.value()),
                name -> Optional.ofNullable(System.getenv(name)),
                Given.NOTHING);
        return ConformanceRun.of(new RunRequest(
                sut,
                Set.of(declared.only()),
                Set.of(Layer.values()),
                new SutTriggers(sut.triggers(), "junit", Optional.empty()),
                baseline(declared)
                        .map(known -> (RunListener) new Knowing(known, platform))
                        .orElse(platform)));
    }

    /** Tells the platform of verdicts with known failures taken into account. */
    private record Knowing(Baseline known, RunListener platform) implements RunListener {
        @Override
        public void decided(RequirementResult result) {
            platform.decided(known.applyTo(result));
        }
    }

    private static Optional<Baseline> baseline(ConformanceOf declared) {
        return Optional.of(declared.baseline())
                .filter(file -> !file.isEmpty())
                .map(file -> Baseline.read(file, text("baseline", file), Catalogue.load()));
    }

    private static String text(String what, String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the " + what + " " + Path.of(file).toAbsolutePath() + " cannot be read", unreadable);
        }
    }

    private static void write(ConformanceOf declared, Run run) {
        if (declared.report().isEmpty()) {
            return;
        }
        try {
            Run judged = baseline(declared).map(known -> known.applyTo(run)).orElse(run);
            ReportWriter.write(Path.of(declared.report()), judged);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("reports cannot be written to " + declared.report(), unwritable);
        }
    }
}
