package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.station.Configuration.Outcome;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModelBuilder;
import dev.roamlab.station.models.StationModels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationTest {
    static List<StationModel> models() {
        return StationModels.shipped().all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_shipped_model_has_a_configuration_that_holds_together(StationModel model) {
        Configuration configuration = Configuration.of(model);

        assertThat(configuration.whole(ConfigurationKey.NUMBER_OF_CONNECTORS))
                .isEqualTo(model.connectors().size());
        assertThat(configuration.list(ConfigurationKey.METER_VALUES_SAMPLED_DATA))
                .contains("Energy.Active.Import.Register");
        assertThat(configuration.seconds(ConfigurationKey.HEARTBEAT_INTERVAL)).isPositive();
    }

    @Test
    void a_model_with_a_key_or_a_value_that_does_not_exist_is_refused() {
        StationModel model = models().get(0);

        assertThatThrownBy(() -> Configuration.of(with(model, "Colour", "red")))
                .hasMessage("model versicharge-7.7: configuration: no key 'Colour'");
        assertThatThrownBy(() -> Configuration.of(with(model, "HeartbeatInterval", "often")))
                .hasMessage(
                        "model versicharge-7.7: configuration: HeartbeatInterval: 'often' is no value of it, must be a whole number from 1");
    }

    @Test
    void stations_that_make_the_same_change_share_the_outcome() {
        Configuration shared = Configuration.of(models().get(0));

        Configuration one = shared.change("HeartbeatInterval", "77").configuration();
        Configuration other = shared.change("heartbeatinterval", "77").configuration();

        assertThat(other).isSameAs(one);
        assertThat(shared.change("HeartbeatInterval", "300").configuration()).isSameAs(shared);
    }

    @Test
    void what_waits_for_a_reboot_can_be_taken_back() {
        Configuration configuration = Configuration.of(models().get(0));

        Configuration waiting =
                configuration.change("WebSocketPingInterval", "20").configuration();
        Configuration.Change back = waiting.change("WebSocketPingInterval", "0");

        assertThat(back.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(waiting.rebooted().value(ConfigurationKey.WEB_SOCKET_PING_INTERVAL))
                .isEqualTo("20");
        assertThat(back.configuration().rebooted().value(ConfigurationKey.WEB_SOCKET_PING_INTERVAL))
                .isEqualTo("0");
    }

    private static StationModel with(StationModel model, String key, String value) {
        return StationModelBuilder.builder(model)
                .configuration(Map.of(key, value))
                .build();
    }
}
