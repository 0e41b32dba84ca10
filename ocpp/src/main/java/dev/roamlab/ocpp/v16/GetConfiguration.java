package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.GetConfigurationRequest;
import dev.roamlab.ocpp.messages.GetConfigurationResponse;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.List;

/** The CSMS asks for configuration keys. Spec: OCPP 1.6, GetConfiguration. */
final class GetConfiguration {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "GetConfiguration",
            From.CSMS,
            GetConfigurationRequest.class,
            GetConfigurationResponse.class,
            GetConfiguration.Req.class,
            GetConfiguration.Conf.class,
            GetConfiguration::req,
            GetConfiguration::neutral,
            GetConfiguration::conf,
            GetConfiguration::neutral);

    private GetConfiguration() {}

    record Req(@Max(50) List<String> key) {}

    record Conf(List<KeyValue> configurationKey, @Max(50) List<String> unknownKey) {}

    static Req req(GetConfigurationRequest request, Side side) {
        return new Req(request.names());
    }

    static GetConfigurationRequest neutral(Req req, Side side) {
        return new GetConfigurationRequest(req.key());
    }

    static Conf conf(GetConfigurationResponse response) {
        return new Conf(response.variables().stream().map(KeyValue::of).toList(), response.unknown());
    }

    static GetConfigurationResponse neutral(Conf conf) {
        return new GetConfigurationResponse(
                conf.configurationKey().stream().map(KeyValue::neutral).toList(), conf.unknownKey());
    }
}
