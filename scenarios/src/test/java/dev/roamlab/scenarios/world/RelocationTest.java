package dev.roamlab.scenarios.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.world.Relocation.Moved;
import dev.roamlab.scenarios.world.Relocation.NoPlace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelocationTest {
    private static final World WORLD =
            Shipped.scenario("charging-session").orElseThrow().world();

    @Test
    void the_first_place_that_can_carry_the_story_is_taken_and_said_why() {
        List<JsonNode> locations = new ArrayList<>();
        ObjectNode poor = copy(WORLD.locations().get(0));
        poor.put("id", "POOR").remove("evses");
        locations.add(poor);
        WORLD.locations().forEach(location -> locations.add(owned(location)));
        List<JsonNode> tariffs =
                WORLD.tariffs().stream().map(RelocationTest::owned).toList();

        Moved moved = Relocation.move(WORLD, locations, tariffs);

        assertThat(moved.why())
                .startsWith("The story plays at Parking Zonnekaai (ZON): the first of 12 locations")
                .endsWith("The lab plays FR-XYZ only; locations of other parties are left out: 1.");
        assertThat(moved.world().cpo().partyId()).isEqualTo("XYZ");
        assertThat(moved.world().word("place.evse")).contains("ZON-1");
        assertThat(moved.world().word("broken.location")).contains("KRE");
        assertThat(moved.world().chargers()).hasSize(1);
    }

    @Test
    void without_a_place_the_message_says_what_is_lacking() {
        assertThatThrownBy(() -> Relocation.move(WORLD, WORLD.locations(), List.of()))
                .isInstanceOf(NoPlace.class)
                .hasMessageContaining("Of 12 locations")
                .hasMessageContaining("have two, but no tariff on them that is known");
    }

    private static JsonNode owned(JsonNode object) {
        return copy(object).put("country_code", "FR").put("party_id", "XYZ");
    }

    private static ObjectNode copy(JsonNode object) {
        return object.deepCopy();
    }
}
