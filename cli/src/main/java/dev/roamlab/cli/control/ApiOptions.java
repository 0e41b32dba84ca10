package dev.roamlab.cli.control;

import dev.roamlab.cli.options.Port;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.control.ControlApi;
import dev.roamlab.control.ControlSettings;
import dev.roamlab.control.ControlledLab;
import dev.roamlab.control.http.ApiKeys;
import dev.roamlab.control.http.Limits;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether and how chargers can be controlled over HTTP. */
public final class ApiOptions {
    private static final long START_SECONDS = 30;

    @Option(
            names = "--api-port",
            paramLabel = "PORT",
            converter = Port.Converter.class,
            description = "Serve the control API on this port; 0 takes any free one. Its page is at /docs.")
    private Optional<Port> port = Optional.empty();

    @Option(
            names = "--api-host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Interface of the control API (default: ${DEFAULT-VALUE}, this machine only).")
    private String host = "127.0.0.1";

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description =
                    "A key that opens the control API; repeatable. On other interfaces than this machine's own one is"
                            + " made and printed if none is given. Better given as ROAMLAB_API_KEY: a process list shows options.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--api-limit",
            paramLabel = "LIMITS",
            converter = LimitsConverter.class,
            defaultValue = "100/min,1000/h",
            description = "Requests per key, or 'none' (default: ${DEFAULT-VALUE}).")
    private Limits limits = Limits.USUAL;

    /** Reads limits. */
    static final class LimitsConverter implements ITypeConverter<Limits> {
        @Override
        public Limits convert(String value) {
            try {
                return Limits.parse(value);
            } catch (IllegalArgumentException none) {
                throw new TypeConversionException(String.valueOf(none.getMessage()));
            }
        }
    }

    /** Whether the API is wanted. */
    public boolean isWanted() {
        return port.isPresent();
    }

    /**
     * Starts the API if it is wanted; blocks until it listens.
     *
     * @param says takes what the user has to know: where it listens, and a key that was made
     */
    public Optional<ControlApi> start(Vertx vertx, ControlledLab lab, Consumer<String> says) {
        return port.map(wanted -> start(vertx, settings(wanted, says), lab, says));
    }

    private ControlSettings settings(Port wanted, Consumer<String> says) {
        List<String> all = new ArrayList<>(keys);
        Optional.ofNullable(System.getenv("ROAMLAB_API_KEY"))
                .filter(key -> !key.isBlank())
                .ifPresent(all::add);
        try {
            new ApiKeys(all);
        } catch (IllegalArgumentException weak) {
            throw new UserError("--api-key: " + weak.getMessage() + ".");
        }
        if (all.isEmpty() && !ControlSettings.isLoopback(host)) {
            String made = ApiKeys.fresh();
            all.add(made);
            says.accept("The control API is open to others on " + host + ", so it needs a key. This one is shown once: "
                    + made);
        }
        return ControlSettings.of(host, wanted.number(), all, limits);
    }

    private static ControlApi start(Vertx vertx, ControlSettings settings, ControlledLab lab, Consumer<String> says) {
        try {
            ControlApi api = ControlApi.start(vertx, settings, lab).await(START_SECONDS, TimeUnit.SECONDS);
            says.accept("Control API: " + api.url() + "/api/v1, its page: " + api.url() + "/docs");
            return api;
        } catch (TimeoutException late) {
            throw new UserError("The control API did not start within " + START_SECONDS + " s.");
        } catch (ControlApi.PortTaken taken) {
            throw new UserError(taken.getMessage() + ".", "Choose another with --api-port; 0 takes any free one.");
        }
    }
}
