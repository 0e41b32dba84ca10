package dev.roamlab.cpo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cpo.FakeEmsp.Push;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a CPO does when a change of a location does not arrive. Spec: mod_locations_patch_method. */
class LocationPushTest {
    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_partner_that_does_not_know_an_evse_is_asked_and_gets_the_location_whole(OcpiVersion version)
            throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            lab.emsp.knowsNoEvse = true;

            lab.get(lab.cpo.setEvseStatus("LOC1", "EVSE1", Status.INOPERATIVE));

            assertThat(lab.until(() -> !lab.emsp.pushed("PUT locations").isEmpty()))
                    .isTrue();
            List<Push> about = lab.emsp.pushes.stream()
                    .filter(push -> push.operation().endsWith("locations"))
                    .toList();
            assertThat(about)
                    .extracting(Push::operation)
                    .containsSubsequence("PATCH locations", "GET locations", "PUT locations");
            assertThat(lab.emsp
                            .pushed("PUT locations")
                            .get(0)
                            .body()
                            .at("/evses/0/status")
                            .asText())
                    .isEqualTo("INOPERATIVE");
        }
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_partner_that_refuses_a_change_is_asked_what_it_has(OcpiVersion version) throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            lab.emsp.refusesEvses = true;

            lab.get(lab.cpo.setEvseStatus("LOC1", "EVSE1", Status.INOPERATIVE));

            assertThat(lab.until(() -> !lab.emsp.pushed("GET locations").isEmpty()))
                    .isTrue();
        }
    }

    @Test
    void while_a_status_waits_for_its_turn_a_newer_one_takes_its_place() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            turn(lab, "EVSE1", Status.CHARGING, Status.AVAILABLE, Status.INOPERATIVE);
            turn(lab, "EVSE2", Status.CHARGING);
            turn(lab, "EVSE1", Status.CHARGING);
            lab.settle();

            assertThat(lab.emsp.pushed("PATCH locations"))
                    .extracting(LocationPushTest::said)
                    .containsExactly("EVSE2 CHARGING", "EVSE1 CHARGING");

            turn(lab, "EVSE1", Status.AVAILABLE);
            lab.settle();

            assertThat(lab.emsp.pushed("PATCH locations"))
                    .extracting(LocationPushTest::said)
                    .last()
                    .isEqualTo("EVSE1 AVAILABLE");
        }
    }

    /** A PATCH carries what has changed: nothing has, for a partner who was told "available" last. */
    @Test
    void who_was_not_told_of_a_change_is_not_told_of_its_end() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            turn(lab, "EVSE1", Status.CHARGING, Status.AVAILABLE);
            turn(lab, "EVSE2", Status.CHARGING);
            turn(lab, "EVSE1", Status.CHARGING, Status.AVAILABLE);
            lab.settle();

            assertThat(lab.emsp.pushed("PATCH locations"))
                    .extracting(LocationPushTest::said)
                    .containsExactly("EVSE2 CHARGING");
        }
    }

    @Test
    void no_status_overtakes_another_change_of_its_location() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            turn(lab, "EVSE1", Status.CHARGING);
            lab.get(lab.cpo.amendLocation("LOC1", Json.object().put("name", "Another name")));
            turn(lab, "EVSE1", Status.INOPERATIVE);
            lab.settle();

            assertThat(lab.emsp.pushed("PATCH locations"))
                    .extracting(push -> push.body().has("name") ? "name" : said(push))
                    .containsExactly("name", "EVSE1 INOPERATIVE");
            assertThat(lab.emsp.pushed("PATCH locations"))
                    .extracting(push -> push.body().path("last_updated").asText())
                    .isSorted();
        }
    }

    private static void turn(CpoLab lab, String evse, Status... statuses) throws Exception {
        for (Status status : statuses) {
            lab.get(lab.cpo.setEvseStatus("LOC1", evse, status));
        }
    }

    private static String said(Push push) {
        return push.path().get("evse_uid") + " " + push.body().path("status").asText();
    }
}
