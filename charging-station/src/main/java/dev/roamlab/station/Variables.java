package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.ChangeConfigurationResponse;
import dev.roamlab.ocpp.messages.ChangeConfigurationStatus;
import dev.roamlab.ocpp.messages.ConfigurationValue;
import dev.roamlab.ocpp.messages.GetConfigurationRequest;
import dev.roamlab.ocpp.messages.GetConfigurationResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reading and changing the configuration from afar. */
final class Variables {
    private Variables() {}

    static GetConfigurationResponse get(Turn turn, GetConfigurationRequest request) {
        List<String> names = request.names();
        List<ConfigurationValue> values = Stream.of(ConfigurationKey.values())
                .filter(ConfigurationKey::inOcpp16)
                .filter(key -> names.isEmpty() || names.stream().anyMatch(key.wireName()::equalsIgnoreCase))
                .map(key -> new ConfigurationValue(
                        key.wireName(),
                        key.readOnly(),
                        key.writeOnly()
                                ? Optional.empty()
                                : Optional.of(turn.configuration().value(key))))
                .toList();
        return new GetConfigurationResponse(
                values,
                names.stream()
                        .filter(name -> ConfigurationKey.named(name)
                                .filter(ConfigurationKey::inOcpp16)
                                .isEmpty())
                        .toList());
    }

    static ChangeConfigurationResponse set(Turn turn, ChangeConfigurationRequest request) {
        Optional<ConfigurationKey> named = ConfigurationKey.named(request.name());
        if (named.equals(Optional.of(ConfigurationKey.SECURITY_PROFILE))
                && ConfigurationKey.SECURITY_PROFILE.accepts(request.value())
                && Securing.objection(turn, request.value()).isPresent()) {
            return new ChangeConfigurationResponse(ChangeConfigurationStatus.REJECTED);
        }
        String before = named.map(turn.configuration()::value).orElse("");
        Configuration.Change change = turn.configuration().change(request.name(), request.value());
        turn.become(turn.state().withConfiguration(change.configuration()));
        if (change.outcome() == Configuration.Outcome.ACCEPTED) {
            named.ifPresent(key -> takeEffect(turn, key, before));
        }
        return new ChangeConfigurationResponse(
                switch (change.outcome()) {
                    case ACCEPTED -> ChangeConfigurationStatus.ACCEPTED;
                    case REJECTED -> ChangeConfigurationStatus.REJECTED;
                    case NOT_SUPPORTED -> ChangeConfigurationStatus.UNKNOWN_VARIABLE;
                    case REBOOT_REQUIRED -> ChangeConfigurationStatus.REBOOT_REQUIRED;
                });
    }

    /** A key has a new value. */
    static void takeEffect(Turn turn, ConfigurationKey key, String before) {
        if (key == ConfigurationKey.AUTHORIZATION_KEY || key == ConfigurationKey.SECURITY_PROFILE) {
            if (!turn.configuration().value(key).equals(before)) {
                Securing.reconfigured(turn, key, before);
            }
        } else if (key == ConfigurationKey.HEARTBEAT_INTERVAL
                && turn.state().uplink().accepted()) {
            Connecting.scheduleHeartbeat(turn);
        } else if (key == ConfigurationKey.METER_VALUE_SAMPLE_INTERVAL) {
            turn.state()
                    .connectors()
                    .forEach(connector -> Transactions.scheduleSample(turn, connector.number(), turn.now()));
        }
    }
}
