package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.GetVariablesRequest;
import dev.roamlab.ocpp.messages.GetVariablesResponse;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.List;

/** The CSMS asks for configuration keys. Spec: OCPP 1.6, GetConfiguration. */
final class GetConfiguration {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "GetConfiguration",
            From.CSMS,
            GetVariablesRequest.class,
            GetVariablesResponse.class,
            GetConfiguration.Req.class,
            GetConfiguration.Conf.class,
            GetConfiguration::req,
            GetConfiguration::neutral,
            GetConfiguration::conf,
            GetConfiguration::neutral);

    private GetConfiguration() {}

    record Req(@Max(50) List<String> key) {}

    record Conf(List<KeyValue> configurationKey, @Max(50) List<String> unknownKey) {}

    static Req req(GetVariablesRequest request, Side side) {
        return new Req(request.names());
    }

    static GetVariablesRequest neutral(Req req, Side side) {
        return new GetVariablesRequest(req.key());
    }

    static Conf conf(GetVariablesResponse response) {
        return new Conf(response.variables().stream().map(KeyValue::of).toList(), response.unknown());
    }

    static GetVariablesResponse neutral(Conf conf) {
        return new GetVariablesResponse(
                conf.configurationKey().stream().map(KeyValue::neutral).toList(), conf.unknownKey());
    }
}
