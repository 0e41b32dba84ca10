package dev.roamlab.cli.nodes;

import dev.roamlab.cli.shell.CommandContext;
import java.nio.file.Path;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on a terminal how far a large file has been read; nothing elsewhere. */
final class LoadProgress implements AutoCloseable {
    private static final long WORTH_A_BAR = 4L * 1024 * 1024;
    private static final long MEBIBYTE = 1024L * 1024;

    private final Optional<ProgressBar> bar;

    LoadProgress(Path file, long size, CommandContext context) {
        boolean visible = context.environment().terminals().err() && size >= WORTH_A_BAR;
        bar = visible ? Optional.of(bar(file, size, context)) : Optional.empty();
    }

    private static ProgressBar bar(Path file, long size, CommandContext context) {
        return new ProgressBarBuilder()
                .setTaskName("reading " + file.getFileName())
                .setInitialMax(size)
                .setUnit(" MiB", MEBIBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(
                        context.environment().streams().err()))
                .clearDisplayOnFinish()
                .build();
    }

    void reached(long bytes) {
        bar.ifPresent(shown -> shown.stepTo(bytes));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
