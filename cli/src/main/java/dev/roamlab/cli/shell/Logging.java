package dev.roamlab.cli.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Sets the log to what the options ask for. Touches the log system only if they ask: a short command never starts it. */
final class Logging {
    private static final String DETAILED = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger - %msg%n%ex";

    private Logging() {}

    static void verbose() {
        logger("dev.roamlab").setLevel(Level.INFO);
        // Another configuration (-Dlogback.configurationFile) need not have our appender.
        Optional.ofNullable(logger(Logger.ROOT_LOGGER_NAME).getAppender("stderr"))
                .ifPresent(Appender::clearAllFilters);
    }

    /** Shows errors only on the terminal; a log file still gets warnings. */
    static void errorsOnly() {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(Level.ERROR.levelStr);
        filter.start();
        Optional.ofNullable(logger(Logger.ROOT_LOGGER_NAME).getAppender("stderr"))
                .ifPresent(appender -> appender.addFilter(filter));
    }

    /** Writes everything from INFO upward of ours, and warnings of others, to a file; the terminal stays as quiet as before. */
    static void toFile(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(DETAILED);
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        if (!appender.isStarted()) {
            throw new UserError(
                    "--log-file: cannot write " + file + ".", "Name a file in a folder that you may write to.");
        }
        Logger ours = logger("dev.roamlab");
        logger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        ours.setLevel(Level.INFO);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
