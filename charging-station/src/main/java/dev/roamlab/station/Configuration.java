package dev.roamlab.station;

import dev.roamlab.ocpp.messages.variables.Mutability;
import dev.roamlab.station.device.DeviceModel;
import dev.roamlab.station.models.StationModel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration of a station: immutable; stations of one model share theirs until somebody changes a key. */
public final class Configuration {
    private final Map<ConfigurationKey, String> values;
    private final Map<ConfigurationKey, String> afterReboot;
    /** Only a memo: forgetting it changes nothing, so that several threads may race for it. */
    private volatile @Nullable Changed lastChanged;

    private final DeviceModel device;

    private Configuration(
            DeviceModel device, Map<ConfigurationKey, String> values, Map<ConfigurationKey, String> afterReboot) {
        this.device = device;
        this.values = Collections.unmodifiableMap(values);
        this.afterReboot = Collections.unmodifiableMap(afterReboot);
    }

    /**
     * What a new station of a model has.
     *
     * @throws IllegalArgumentException when the model sets a key that does not exist, or to a value it cannot have
     */
    public static Configuration of(StationModel model) {
        Map<ConfigurationKey, String> values = new EnumMap<>(ConfigurationKey.class);
        for (ConfigurationKey key : ConfigurationKey.values()) {
            values.put(key, key.usual());
        }
        values.put(
                ConfigurationKey.NUMBER_OF_CONNECTORS,
                Integer.toString(model.connectors().size()));
        model.configuration().forEach((name, value) -> {
            ConfigurationKey key = ConfigurationKey.named(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "model " + model.id() + ": configuration: no key '" + name + "'"));
            if (!key.rule().accepts(value)) {
                throw new IllegalArgumentException("model " + model.id() + ": configuration: " + name + ": '" + value
                        + "' is no value of it, must be " + key.rule().inWords());
            }
            values.put(key, value);
        });
        return new Configuration(DeviceModel.of(model, Configuration::mutability), values, Map.of());
    }

    /** What a CSMS is told of a change. */
    public enum Outcome {
        ACCEPTED,
        REJECTED,
        NOT_SUPPORTED,
        REBOOT_REQUIRED
    }

    /** What became of a change, and the configuration from now on. */
    public record Change(Outcome outcome, Configuration configuration) {}

    /** The variables of the station, of which keys are some: one for all stations of the model. */
    DeviceModel device() {
        return device;
    }

    private static Mutability mutability(String name) {
        ConfigurationKey key = ConfigurationKey.named(name)
                .orElseThrow(() -> new IllegalArgumentException("variables.txt: no key '" + name + "'"));
        if (key.writeOnly()) {
            return Mutability.WRITE_ONLY;
        }
        return key.readOnly() ? Mutability.READ_ONLY : Mutability.READ_WRITE;
    }

    /** The value of a key. */
    public String value(ConfigurationKey key) {
        return values.getOrDefault(key, key.usual());
    }

    /** Whether a key has another value than stations usually have. */
    public boolean isChanged(ConfigurationKey key) {
        return !value(key).equals(key.usual());
    }

    /** The same configuration with one key set by whoever sets the station up. */
    public Configuration with(ConfigurationKey key, String value) {
        return changed(key, value);
    }

    /** The same configuration with one key changed, where that may be. */
    public Change change(String name, String value) {
        ConfigurationKey key = ConfigurationKey.named(name).orElse(null);
        if (key == null) {
            return new Change(Outcome.NOT_SUPPORTED, this);
        }
        if (!key.accepts(value)) {
            return new Change(Outcome.REJECTED, this);
        }
        if (value.equals(values.get(key))) {
            return new Change(
                    Outcome.ACCEPTED,
                    afterReboot.containsKey(key) ? new Configuration(device, values, without(key)) : this);
        }
        if (key.afterReboot()) {
            return new Change(
                    Outcome.REBOOT_REQUIRED, new Configuration(device, values, with(afterReboot, key, value)));
        }
        return new Change(Outcome.ACCEPTED, changed(key, value));
    }

    /** The configuration after a reboot: what waited for it takes effect. */
    public Configuration rebooted() {
        if (afterReboot.isEmpty()) {
            return this;
        }
        Map<ConfigurationKey, String> all = new EnumMap<>(values);
        all.putAll(afterReboot);
        return new Configuration(device, all, Map.of());
    }

    boolean flag(ConfigurationKey key) {
        return Boolean.parseBoolean(value(key));
    }

    int whole(ConfigurationKey key) {
        return Integer.parseInt(value(key));
    }

    Duration seconds(ConfigurationKey key) {
        return Duration.ofSeconds(whole(key));
    }

    List<String> list(ConfigurationKey key) {
        return Arrays.stream(value(key).split(",")).map(String::strip).toList();
    }

    private Configuration changed(ConfigurationKey key, String value) {
        Changed last = lastChanged;
        if (last == null || last.key != key || !last.value.equals(value)) {
            last = new Changed(key, value, new Configuration(device, with(values, key, value), afterReboot));
            lastChanged = last;
        }
        return last.result;
    }

    private Map<ConfigurationKey, String> without(ConfigurationKey key) {
        Map<ConfigurationKey, String> fewer = new EnumMap<>(ConfigurationKey.class);
        fewer.putAll(afterReboot);
        fewer.remove(key);
        return fewer;
    }

    /** The latest change made to this configuration: a CSMS tells all stations the same, and they share the outcome. */
    private record Changed(ConfigurationKey key, String value, Configuration result) {}

    private static Map<ConfigurationKey, String> with(
            Map<ConfigurationKey, String> values, ConfigurationKey key, String value) {
        Map<ConfigurationKey, String> changed = new EnumMap<>(ConfigurationKey.class);
        changed.putAll(values);
        changed.put(key, value);
        return changed;
    }
}
