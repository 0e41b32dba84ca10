package dev.roamlab.station;

import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.variables.AttributeType;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.GetVariableData;
import dev.roamlab.ocpp.messages.variables.GetVariableResult;
import dev.roamlab.ocpp.messages.variables.GetVariableStatus;
import dev.roamlab.ocpp.messages.variables.GetVariablesRequest;
import dev.roamlab.ocpp.messages.variables.GetVariablesResponse;
import dev.roamlab.ocpp.messages.variables.Mutability;
import dev.roamlab.ocpp.messages.variables.SetVariableData;
import dev.roamlab.ocpp.messages.variables.SetVariableResult;
import dev.roamlab.ocpp.messages.variables.SetVariableStatus;
import dev.roamlab.ocpp.messages.variables.SetVariablesRequest;
import dev.roamlab.ocpp.messages.variables.SetVariablesResponse;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.station.device.DeviceVariable;
import dev.roamlab.station.device.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reading and changing variables of the device model. Spec: OCPP 2.0.1 B05, B06. */
final class DeviceVariables {
    private DeviceVariables() {}

    static GetVariablesResponse get(Turn turn, GetVariablesRequest request) {
        requireFew(turn, "GetVariables", request.getVariableData().size());
        return new GetVariablesResponse(request.getVariableData().stream()
                .map(asked -> get(turn.state(), asked))
                .toList());
    }

    static SetVariablesResponse set(Turn turn, SetVariablesRequest request) {
        requireFew(turn, "SetVariables", request.setVariableData().size());
        return new SetVariablesResponse(request.setVariableData().stream()
                .map(asked -> set(turn, asked))
                .toList());
    }

    /** More than the station says it takes in one message is answered with a CALLERROR. */
    static void requireFew(Turn turn, String message, int count) {
        String controller = message.endsWith("Monitoring") ? "MonitoringCtrlr" : "DeviceDataCtrlr";
        int most = turn.configuration()
                .device()
                .find(
                        new Component(Optional.empty(), controller, Optional.empty()),
                        new Variable("ItemsPerMessage", Optional.of(message)))
                .flatMap(limit -> Readings.of(turn.state(), limit))
                .map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
        if (count > most) {
            throw new OcppCallException(
                    RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
                    message + ": " + count + " items, at most " + most + " in one message");
        }
    }

    private static GetVariableResult get(StationState state, GetVariableData asked) {
        Optional<DeviceVariable> found = state.configuration().device().find(asked.component(), asked.variable());
        if (found.isEmpty()) {
            boolean component = state.configuration().device().has(asked.component());
            return result(
                    asked,
                    component ? GetVariableStatus.UNKNOWN_VARIABLE : GetVariableStatus.UNKNOWN_COMPONENT,
                    Optional.empty(),
                    Optional.empty());
        } else if (asked.attributeType()
                .filter(type -> type != AttributeType.ACTUAL)
                .isPresent()) {
            return result(asked, GetVariableStatus.NOT_SUPPORTED_ATTRIBUTE_TYPE, Optional.empty(), Optional.empty());
        } else if (found.get().mutability() == Mutability.WRITE_ONLY) {
            return result(
                    asked,
                    GetVariableStatus.REJECTED,
                    Optional.empty(),
                    Why.of("WriteOnly", name(found.get()) + " is a secret"));
        }
        return result(
                asked,
                GetVariableStatus.ACCEPTED,
                Optional.of(Readings.of(state, found.get()).orElse("")),
                Optional.empty());
    }

    private static GetVariableResult result(
            GetVariableData asked, GetVariableStatus status, Optional<String> value, Optional<StatusInfo> why) {
        return new GetVariableResult(why, status, asked.attributeType(), value, asked.component(), asked.variable());
    }

    private static SetVariableResult set(Turn turn, SetVariableData asked) {
        Optional<DeviceVariable> found = turn.configuration().device().find(asked.component(), asked.variable());
        if (found.isEmpty()) {
            boolean component = turn.configuration().device().has(asked.component());
            return result(
                    asked,
                    component ? SetVariableStatus.UNKNOWN_VARIABLE : SetVariableStatus.UNKNOWN_COMPONENT,
                    Optional.empty());
        } else if (asked.attributeType()
                .filter(type -> type != AttributeType.ACTUAL)
                .isPresent()) {
            return result(asked, SetVariableStatus.NOT_SUPPORTED_ATTRIBUTE_TYPE, Optional.empty());
        } else if (found.get().source() instanceof Source.Key key && found.get().mutability() != Mutability.READ_ONLY) {
            return set(turn, asked, found.get(), key.name());
        }
        return result(asked, SetVariableStatus.REJECTED, Why.of("ReadOnly", name(found.get()) + " cannot be changed"));
    }

    private static SetVariableResult set(Turn turn, SetVariableData asked, DeviceVariable variable, String key) {
        Optional<StatusInfo> wrong = wrong(variable, asked.attributeValue());
        if (wrong.isPresent()) {
            return result(asked, SetVariableStatus.REJECTED, wrong);
        }
        if (key.equals(ConfigurationKey.SECURITY_PROFILE.wireName())) {
            Optional<String> objection = Securing.objection(turn, asked.attributeValue());
            if (objection.isPresent()) {
                return result(asked, SetVariableStatus.REJECTED, Why.of("InvalidValue", objection.get()));
            }
        }
        String before =
                ConfigurationKey.named(key).map(turn.configuration()::value).orElse("");
        Configuration.Change change = turn.configuration().change(key, asked.attributeValue());
        turn.become(turn.state().withConfiguration(change.configuration()));
        return switch (change.outcome()) {
            case ACCEPTED -> {
                ConfigurationKey.named(key).ifPresent(changed -> Variables.takeEffect(turn, changed, before));
                yield result(asked, SetVariableStatus.ACCEPTED, Optional.empty());
            }
            case REBOOT_REQUIRED -> result(asked, SetVariableStatus.REBOOT_REQUIRED, Optional.empty());
            case REJECTED, NOT_SUPPORTED ->
                result(
                        asked,
                        SetVariableStatus.REJECTED,
                        Why.of(
                                "InvalidValue",
                                name(variable) + ": must be "
                                        + ConfigurationKey.named(key)
                                                .map(ConfigurationKey::rule)
                                                .map(ValueRule::inWords)
                                                .orElse("another value")));
        };
    }

    /** What the characteristics of a variable have against a value. */
    private static Optional<StatusInfo> wrong(DeviceVariable variable, String value) {
        return switch (variable.characteristics().dataType()) {
            case INTEGER, DECIMAL -> number(variable, value);
            case OPTION_LIST -> options(variable, List.of(value));
            case MEMBER_LIST, SEQUENCE_LIST ->
                options(variable, value.isEmpty() ? List.of() : List.of(value.split(",", -1)));
            case BOOLEAN, DATE_TIME, STRING -> Optional.empty();
        };
    }

    private static Optional<StatusInfo> number(DeviceVariable variable, String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException none) {
            return Why.of("InvalidValue", name(variable) + ": '" + value + "' is no number");
        }
        Optional<BigDecimal> min = variable.characteristics().minLimit();
        Optional<BigDecimal> max = variable.characteristics().maxLimit();
        if (min.filter(least -> number.compareTo(least) < 0).isPresent()) {
            return Why.of("ValueTooLow", name(variable) + ": " + value + ", at least " + min.get());
        }
        return max.filter(most -> number.compareTo(most) > 0)
                .flatMap(most -> Why.of("ValueTooHigh", name(variable) + ": " + value + ", at most " + most));
    }

    private static Optional<StatusInfo> options(DeviceVariable variable, List<String> chosen) {
        Optional<List<String>> possible =
                variable.characteristics().valuesList().map(list -> List.of(list.split(",")));
        return chosen.stream()
                .map(String::strip)
                .filter(one -> possible.filter(known -> !known.contains(one)).isPresent())
                .findFirst()
                .flatMap(one ->
                        Why.of("InvalidValue", name(variable) + ": '" + one + "', must be of " + possible.get()));
    }

    private static SetVariableResult result(SetVariableData asked, SetVariableStatus status, Optional<StatusInfo> why) {
        return new SetVariableResult(asked.attributeType(), status, why, asked.component(), asked.variable());
    }

    private static String name(DeviceVariable variable) {
        return variable.component().name() + "." + variable.variable().name();
    }
}
