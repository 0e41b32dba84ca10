package dev.roamlab.scenarios.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Collects what is logged as an error, and keeps the rest quiet: a storm makes many warnings. */
final class Alarm extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final int ENOUGH = 20;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Alarm() {}

    static Alarm set() {
        Alarm alarm = new Alarm();
        alarm.setContext(alarm.root.getLoggerContext());
        alarm.start();
        alarm.root.setLevel(Level.ERROR);
        alarm.root.addAppender(alarm);
        return alarm;
    }

    List<String> errors() {
        return errors;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR) && errors.size() < ENOUGH) {
            errors.add(event.getLoggerName() + ": " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(before);
    }
}
