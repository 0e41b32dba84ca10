package dev.roamlab.station.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationModelsTest {
    private static final String WALL_BOX = """
            - id: box
              name: A box
              vendor: Somebody
              model: Box
              firmware: "1"
              catalogueNumber: B-1
              serialPattern: "B####"
              gridKw: 7.4
              evses:
                - connectors:
                    - {type: IEC_62196_T2, powerType: AC_1_PHASE, voltage: 230, maxAmperage: 32, maxPowerKw: 7.36, cableAttached: true, locks: false}
              configuration: {}
            """;

    @Test
    void the_shipped_catalogue_has_the_models_that_people_ask_for() {
        StationModels shipped = StationModels.shipped();

        assertThat(shipped.all()).hasSizeGreaterThanOrEqualTo(8);
        ConnectorModel wallBox = shipped.named("versicharge-7.7").connectors().get(0);
        assertThat(wallBox.voltage()).isEqualTo(240);
        assertThat(wallBox.maxAmperage()).isEqualTo(32);
        assertThat(wallBox.connection().maxWatts()).isEqualTo(7680);
        assertThat(shipped.named("post-22-twin").evses()).hasSize(2);
        assertThat(shipped.named("dc-50").connectors().get(0).maxPowerKw()).isEqualTo(50);
        assertThat(shipped.named("dc-300").connectors().get(0).maxPowerKw()).isEqualTo(300);
    }

    @Test
    void a_model_that_is_not_there_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> StationModels.shipped().named("nosuch"))
                .hasMessageContaining("no 'nosuch', there are [versicharge-7.7, ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '|', textBlock = """
            vendor: Somebody         > maker: Somebody                      > Missing required creator property 'vendor'
            cableAttached: true      > colour: green, cableAttached: true   > colour
            vendor: Somebody         > vendor: A name that is far too long  > vendor: 'A name that is far too long' has 27 characters, must have 1 to 20
            gridKw: 7.4              > gridKw: -1                           > gridKw: -1.0, must be above 0
            maxPowerKw: 7.36         > maxPowerKw: 22                       > maxPowerKw: 22.0, but 230 V, 32 A and AC_1_PHASE give at most 7.36
            voltage: 230             > voltage: 230.5                       > 230.5
            type: IEC_62196_T2       > type: TYPE_2                         > TYPE_2
            serialPattern: "B####"   > serialPattern: "B"                   > has 0 runs of '#', must have one
            """)
    void a_mistake_in_a_catalogue_is_named_with_its_place(String right, String wrong, String message) {
        assertThatThrownBy(() -> StationModels.parse(WALL_BOX.replace(right, wrong), "mine.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)mine\\.yaml:\\d+: \\$.*")
                .hasMessageContaining(message);
    }

    @Test
    void an_id_may_be_used_once() {
        assertThatThrownBy(() -> StationModels.parse(WALL_BOX + WALL_BOX, "mine.yaml"))
                .hasMessage("mine.yaml: id: 'box' is used twice");
    }

    @Test
    void a_pattern_makes_as_many_stations_as_asked_each_with_its_own_identities() {
        StationModel model = StationModels.shipped().named("versicharge-7.7");

        List<StationSpec> specs = StationSpec.numbered(model, "US-RL-####", 9, 3);

        assertThat(specs)
                .extracting(StationSpec::chargePointId)
                .containsExactly("US-RL-0009", "US-RL-0010", "US-RL-0011");
        assertThat(specs)
                .extracting(StationSpec::serialNumber)
                .containsExactly("VC77-000009", "VC77-000010", "VC77-000011");
        assertThat(specs).extracting(StationSpec::id).doesNotHaveDuplicates();
    }

    @Test
    void an_identity_that_cannot_stand_in_a_url_is_refused() {
        StationModel model = StationModels.shipped().named("dc-50");

        assertThatThrownBy(() -> StationSpec.of(model, "CP 1/2", 1)).hasMessageContaining("chargePointId: 'CP 1/2'");
    }
}
