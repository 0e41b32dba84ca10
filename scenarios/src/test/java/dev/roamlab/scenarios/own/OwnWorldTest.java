package dev.roamlab.scenarios.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.world.Feature;
import dev.roamlab.scenarios.world.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnWorldTest {
    private static final World SHIPPED =
            Shipped.scenario("charging-session").orElseThrow().world();

    @Test
    void the_place_is_the_one_whose_tariff_is_known_and_the_choice_says_so() throws Exception {
        ObjectNode stranger = Sample.connectors(
                Sample.location("L1", 2),
                connector -> connector.putArray("tariff_ids").add("ELSE"));

        OwnWorld.Story story = of(List.of(Sample.tariff("T1")), List.of(stranger, Sample.location("L2", 2)));

        assertThat(story.world().word("place.location")).contains("L2");
        assertThat(story.world().cpo().partyId()).isEqualTo("ABC");
        assertThat(story.choice())
                .anyMatch(sentence -> sentence.equals("All your 2 locations can carry the story."))
                .anyMatch(
                        sentence -> sentence.contains(
                                "The story plays at Platz L2 in Kassel (id L2), because it has two AC charging points "
                                        + "(IEC_62196_T2, 22.1 kW) and its tariff T1 is in your tariffs file. Next best: Platz L1"));
    }

    @Test
    void without_tariffs_the_lab_lends_its_own_to_the_place_and_says_so() throws Exception {
        OwnWorld.Story story = of(List.of(), List.of(Sample.location("L1", 2)));

        assertThat(story.world().word("place.tariff")).contains("KAN-DAY");
        assertThat(story.world().locations().get(0).findValuesAsText("tariff_ids"))
                .isNotEmpty();
        assertThat(story.world().locations().get(0).toString()).contains("\"tariff_ids\":[\"KAN-DAY\"]");
        assertThat(story.choice()).anyMatch(sentence -> sentence.contains("get KAN-DAY, a tariff of the lab"));
    }

    @Test
    void tariffs_alone_come_to_the_shipped_places() throws Exception {
        OwnWorld.Story story = of(List.of(Sample.tariff("T1")), List.of());

        assertThat(story.world().word("place.location")).contains("ZON");
        assertThat(story.world().word("place.tariff")).contains("T1");
        assertThat(story.world().cpo().partyId()).isEqualTo("ABC");
        assertThat(story.world().features()).doesNotContain(Feature.SECOND_TARIFF);
    }

    @Test
    void the_calendar_goes_on_to_when_the_data_is_old_and_the_tariff_valid() throws Exception {
        ObjectNode later = Sample.tariff("T1").put("start_date_time", "2027-01-01T00:00:00Z");

        assertThat(of(List.of(Sample.tariff("T1")), List.of(Sample.location("L1", 1)))
                        .world()
                        .start())
                .isAfter(Instant.parse(Sample.UPDATED))
                .isBefore(Instant.parse("2026-05-13T00:00:00Z"));
        assertThat(of(List.of(later), List.of(Sample.location("L1", 1))).world().start())
                .isAfter(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void for_a_tariff_of_the_past_the_data_is_shown_older_than_it_is() throws Exception {
        ObjectNode past = Sample.tariff("T1").put("end_date_time", "2025-07-01T00:00:00Z");

        World world = of(List.of(past), List.of(Sample.location("L1", 1))).world();

        assertThat(world.start()).isBefore(Instant.parse("2025-07-01T00:00:00Z"));
        assertThat(world.locations().get(0).findValuesAsText("last_updated"))
                .allSatisfy(time -> assertThat(Instant.parse(time)).isBefore(world.start()));
    }

    @Test
    void a_price_that_changes_in_the_morning_moves_the_story_to_the_morning() throws Exception {
        ObjectNode tariff = Sample.tariff("T1");
        ObjectNode night = tariff.withArray("elements").insertObject(0);
        Sample.component(night, "ENERGY", 0.25);
        night.putObject("restrictions").put("start_time", "22:00").put("end_time", "09:30");

        World world = of(List.of(tariff), List.of(Sample.location("L1", 1))).world();

        assertThat(world.word("evening").orElseThrow())
                .containsPattern(
                        "It is (22:00|09:30) in Kassel\\. From now on a kilowatt hour costs 0\\.\\d+ EUR instead of");
    }

    @Test
    void what_no_location_of_the_file_can_carry_is_counted_by_reason() {
        ObjectNode empty = Sample.location("L1", 0);
        ObjectNode gone = Sample.location("L2", 1);
        ((ObjectNode) gone.path("evses").get(0)).put("status", "REMOVED");
        ObjectNode hidden = Sample.location("L3", 1).put("publish", false);
        ObjectNode nowhen = Sample.location("L4", 1).put("time_zone", "Mars/Olympus");
        ObjectNode strange =
                Sample.connectors(Sample.location("L5", 1), one -> one.put("standard", "PANTOGRAPH_TOP_DOWN"));

        assertThatThrownBy(() -> of(List.of(), List.of(empty, Sample.location("L6", 0), gone, hidden, nowhen, strange)))
                .isInstanceOf(NoPlace.class)
                .hasMessage(
                        "None of the 6 valid locations can carry the story: 2 have no EVSE, 1 has only EVSEs that are "
                                + "REMOVED or PLANNED, 1 has only connectors that no simulated station has, 1 has publish false, "
                                + "1 has a time zone that is not in the tz database.");
    }

    @Test
    void tariffs_for_reservations_only_are_no_tariffs_for_a_session() {
        ObjectNode tariff = Sample.tariff("T1");
        ObjectNode element = tariff.putArray("elements").addObject();
        Sample.component(element, "TIME", 5).putObject("restrictions").put("reservation", "RESERVATION");

        assertThatThrownBy(() -> of(List.of(tariff), List.of()))
                .isInstanceOf(NoPlace.class)
                .hasMessageContaining("all of them are for reservations");
    }

    @Test
    void objects_of_other_parties_are_counted_and_left_out() throws Exception {
        ObjectNode other = Sample.location("L9", 2).put("party_id", "XYZ");

        OwnWorld.Story story = of(
                List.of(Sample.tariff("T1"), Sample.tariff("T1").put("party_id", "XYZ")),
                List.of(Sample.location("L1", 2), other));

        assertThat(story.choice())
                .contains(
                        "Its owner, DE-ABC, plays the CPO with 1 location. 1 location and 1 tariff of other parties stay "
                                + "out of it.");
        assertThat(story.world().crowd().locations()).isEmpty();
    }

    @Test
    void an_owner_with_the_party_of_the_stories_provider_makes_that_one_take_another() throws Exception {
        ObjectNode location = Sample.location("L1", 1).put("country_code", "NL").put("party_id", "VOL");

        World world = of(List.of(), List.of(location)).world();

        assertThat(world.cpo().partyId()).isEqualTo("VOL");
        assertThat(world.emsp().partyId()).isNotEqualTo("VOL");
    }

    @Test
    void a_name_that_moves_the_cursor_is_made_harmless() throws Exception {
        ObjectNode location = Sample.location("L1", 1).put("name", "Bad  \u202eplace");

        assertThat(of(List.of(), List.of(location)).world().word("place")).contains("Bad place");
    }

    private static OwnWorld.Story of(List<ObjectNode> tariffs, List<ObjectNode> locations) throws NoPlace {
        return OwnWorld.of(SHIPPED, Sample.stock(tariffs, locations));
    }
}
