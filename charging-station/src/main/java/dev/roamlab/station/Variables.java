package dev.roamlab.station;

import dev.roamlab.ocpp.messages.GetVariablesRequest;
import dev.roamlab.ocpp.messages.GetVariablesResponse;
import dev.roamlab.ocpp.messages.SetVariableStatus;
import dev.roamlab.ocpp.messages.SetVariablesRequest;
import dev.roamlab.ocpp.messages.SetVariablesResponse;
import dev.roamlab.ocpp.messages.VariableValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reading and changing the configuration from afar. */
final class Variables {
    private Variables() {}

    static GetVariablesResponse get(Turn turn, GetVariablesRequest request) {
        List<String> names = request.names();
        List<VariableValue> values = Stream.of(ConfigurationKey.values())
                .filter(key -> names.isEmpty() || names.stream().anyMatch(key.wireName()::equalsIgnoreCase))
                .map(key -> new VariableValue(
                        key.wireName(),
                        key.readOnly(),
                        Optional.of(turn.configuration().value(key))))
                .toList();
        return new GetVariablesResponse(
                values,
                names.stream()
                        .filter(name -> ConfigurationKey.named(name).isEmpty())
                        .toList());
    }

    static SetVariablesResponse set(Turn turn, SetVariablesRequest request) {
        Configuration.Change change = turn.configuration().change(request.name(), request.value());
        turn.become(turn.state().withConfiguration(change.configuration()));
        if (change.outcome() == Configuration.Outcome.ACCEPTED) {
            ConfigurationKey.named(request.name()).ifPresent(key -> takeEffect(turn, key));
        }
        return new SetVariablesResponse(
                switch (change.outcome()) {
                    case ACCEPTED -> SetVariableStatus.ACCEPTED;
                    case REJECTED -> SetVariableStatus.REJECTED;
                    case NOT_SUPPORTED -> SetVariableStatus.UNKNOWN_VARIABLE;
                    case REBOOT_REQUIRED -> SetVariableStatus.REBOOT_REQUIRED;
                });
    }

    private static void takeEffect(Turn turn, ConfigurationKey key) {
        if (key == ConfigurationKey.HEARTBEAT_INTERVAL && turn.state().uplink().accepted()) {
            Connecting.scheduleHeartbeat(turn);
        } else if (key == ConfigurationKey.METER_VALUE_SAMPLE_INTERVAL) {
            turn.state()
                    .connectors()
                    .forEach(connector -> Transactions.scheduleSample(turn, connector.number(), turn.now()));
        }
    }
}
