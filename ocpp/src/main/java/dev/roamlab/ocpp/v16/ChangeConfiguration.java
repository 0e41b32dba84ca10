package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.ChangeConfigurationResponse;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;

/** The CSMS changes a configuration key. Spec: OCPP 1.6, ChangeConfiguration. */
final class ChangeConfiguration {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "ChangeConfiguration",
            From.CSMS,
            ChangeConfigurationRequest.class,
            ChangeConfigurationResponse.class,
            ChangeConfiguration.Req.class,
            ChangeConfiguration.Conf.class,
            ChangeConfiguration::req,
            ChangeConfiguration::neutral,
            ChangeConfiguration::conf,
            ChangeConfiguration::neutral);

    private ChangeConfiguration() {}

    record Req(@Max(50) String key, @Max(500) String value) {}

    record Conf(ConfigurationStatus status) {}

    static Req req(ChangeConfigurationRequest request, Side side) {
        return new Req(request.name(), request.value());
    }

    static ChangeConfigurationRequest neutral(Req req, Side side) {
        return new ChangeConfigurationRequest(req.key(), req.value());
    }

    static Conf conf(ChangeConfigurationResponse response) {
        return new Conf(ConfigurationStatus.of(response.status()));
    }

    static ChangeConfigurationResponse neutral(Conf conf) {
        return new ChangeConfigurationResponse(conf.status().neutral());
    }
}
