package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.SetVariablesRequest;
import dev.roamlab.ocpp.messages.SetVariablesResponse;
import dev.roamlab.ocpp.v16.Action.From;

/** The CSMS changes a configuration key. Spec: OCPP 1.6, ChangeConfiguration. */
final class ChangeConfiguration {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "ChangeConfiguration",
            From.CSMS,
            SetVariablesRequest.class,
            SetVariablesResponse.class,
            ChangeConfiguration.Req.class,
            ChangeConfiguration.Conf.class,
            ChangeConfiguration::req,
            ChangeConfiguration::neutral,
            ChangeConfiguration::conf,
            ChangeConfiguration::neutral);

    private ChangeConfiguration() {}

    record Req(@Max(50) String key, @Max(500) String value) {}

    record Conf(ConfigurationStatus status) {}

    static Req req(SetVariablesRequest request, Side side) {
        return new Req(request.name(), request.value());
    }

    static SetVariablesRequest neutral(Req req, Side side) {
        return new SetVariablesRequest(req.key(), req.value());
    }

    static Conf conf(SetVariablesResponse response) {
        return new Conf(ConfigurationStatus.of(response.status()));
    }

    static SetVariablesResponse neutral(Conf conf) {
        return new SetVariablesResponse(conf.status().neutral());
    }
}
