package dev.roamlab.conformance.junit;

import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.conformance.engine.RunRequest;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.sutfile.Given;
import dev.roamlab.conformance.sutfile.SutFile;
import dev.roamlab.conformance.trigger.SutTriggers;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.ReportWriter;
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
        return new RunSelector(
                type.getSimpleName(), platform -> open(declared, platform), run -> write(run, declared.report()));
    }

    private static ConformanceRun open(ConformanceOf declared, RunListener platform) {
        Sut sut = SutFile.read(
                declared.value(),
                text(declared.value()),
                name -> Optional.ofNullable(System.getenv(name)),
                Given.NOTHING);
        return ConformanceRun.of(new RunRequest(
                sut,
                Set.of(declared.only()),
                Set.of(Layer.values()),
                new SutTriggers(sut.triggers(), "junit", Optional.empty()),
                platform));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the SUT file " + Path.of(file).toAbsolutePath() + " cannot be read", unreadable);
        }
    }

    private static void write(Run run, String folder) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            ReportWriter.write(Path.of(folder), run);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("reports cannot be written to " + folder, unwritable);
        }
    }
}
