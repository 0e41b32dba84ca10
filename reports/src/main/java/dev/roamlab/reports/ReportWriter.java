package dev.roamlab.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the renderings of a run into a folder; the only place here that touches a disk, besides the trace. */
public final class ReportWriter {
    private static final String TRACE = "trace.jsonl";
    private static final String ALLURE = "allure-results";

    private record Format(String file, Function<Run, Stream<String>> rendering) {}

    /** A new format is one line here. */
    private static final List<Format> FORMATS = List.of(
            new Format("results.json", run -> Stream.of(ResultsJson.render(run))),
            new Format("junit.xml", run -> Stream.of(JunitXml.render(run))),
            new Format("report.html", HtmlReport::render),
            new Format("report.md", run -> Stream.of(MarkdownReport.render(run))),
            new Format(TRACE, TraceJson::render));

    private ReportWriter() {}

    /**
     * Writes every format into the folder, which is made when it is not there; files of an earlier run are replaced
     * whole, never half. A run that holds no exchanges leaves the trace alone, because a {@link TraceWriter} may have
     * written it. Blocks on the disk: not for an event loop.
     *
     * @return the files written, and the folder for Allure
     * @throws IOException when one cannot be written
     */
    public static List<Path> write(Path dir, Run run) throws IOException {
        Files.createDirectories(dir);
        List<Path> written = new ArrayList<>();
        for (Format format : FORMATS) {
            if (format.file().equals(TRACE) && run.exchanges().isEmpty()) {
                continue;
            }
            Path file = dir.resolve(format.file());
            Path draft = dir.resolve(format.file() + ".part");
            try (Writer out = utf8(draft)) {
                Iterator<String> parts = format.rendering().apply(run).iterator();
                while (parts.hasNext()) {
                    out.write(parts.next());
                }
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            written.add(file);
        }
        written.add(allure(dir, run));
        return List.copyOf(written);
    }

    /** Allure reads whatever lies in its folder, so nothing of an earlier run may stay there. */
    private static Path allure(Path dir, Run run) throws IOException {
        Path folder = dir.resolve(ALLURE);
        deleteFiles(folder);
        Files.createDirectories(folder);
        Iterator<AllureResults.File> files = AllureResults.render(run).iterator();
        while (files.hasNext()) {
            AllureResults.File file = files.next();
            try (Writer out = utf8(folder.resolve(file.name()))) {
                out.write(file.text());
            }
        }
        return folder;
    }

    /** Only what looks like ours: somebody may have pointed us at a folder of their own. */
    private static void deleteFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(ReportWriter::isOfAllure).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isOfAllure(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith("-result.json") || name.endsWith("-attachment.txt");
    }

    /** Unlike {@link Files#newBufferedWriter}, writes half a surrogate pair as a question mark instead of giving up. */
    private static Writer utf8(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }
}
