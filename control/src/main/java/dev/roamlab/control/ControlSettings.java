package dev.roamlab.control;

import dev.roamlab.control.http.Limits;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * Where the API listens, and who may use it.
 *
 * @param host the interface to listen on
 * @param port 0 takes any free one
 * @param keys none leaves the API open, which is possible on this machine's own interface only
 * @param limits per key; per address where there are no keys
 * @param maxBodyBytes a longer body is refused
 * @param bodyTimeout wall time in which a body has to come
 * @param heartbeat wall time between comment lines in a stream of events
 * @param keptEvents so many events can be asked for again
 */
@RecordBuilder
public record ControlSettings(
        String host,
        int port,
        List<String> keys,
        Limits limits,
        long maxBodyBytes,
        Duration bodyTimeout,
        Duration heartbeat,
        int keptEvents)
        implements ControlSettingsBuilder.With {

    public ControlSettings {
        keys = List.copyOf(keys);
        if (keptEvents < 1) {
            throw new IllegalArgumentException("keptEvents: " + keptEvents + ", must be at least 1");
        }
        if (keys.isEmpty() && !isLoopback(host)) {
            throw new KeyNeeded(host);
        }
    }

    /** On this machine only, without a key, with the usual limits. */
    public static ControlSettings local(int port) {
        return of("127.0.0.1", port, List.of(), Limits.USUAL);
    }

    /**
     * With the usual figures.
     *
     * @throws KeyNeeded when others could reach an API without a key
     */
    public static ControlSettings of(String host, int port, List<String> keys, Limits limits) {
        return new ControlSettings(
                host, port, keys, limits, 256 * 1024, Duration.ofSeconds(15), Duration.ofSeconds(15), 10_000);
    }

    /** Whether only this machine can call. An interface that is none is not. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Others could reach the API, and it has no key. */
    public static final class KeyNeeded extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        KeyNeeded(String host) {
            super("keys: none, but others can reach the control API on " + host + "; give it a key");
        }
    }
}
