package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.charging.ChargingLimitSource;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfileCriterion;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileCriteria;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileResponse;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileStatus;
import dev.roamlab.ocpp.messages.charging.GetChargingProfilesRequest;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleRequest;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleResponse;
import dev.roamlab.ocpp.messages.charging.ReportChargingProfilesRequest;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileResponse;
import dev.roamlab.station.StationEvent.ExternalLimitCleared;
import dev.roamlab.station.StationEvent.ExternalLimitSet;
import dev.roamlab.station.StationEvent.LimitSet;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Profiles at work: what flows, what is refused, what is told. 230 V, so 16 A on three phases are 11,040 W. */
class SmartChargingTest {
    private static final String TAKEN = "taken";
    private static final IdToken ANNA = IdToken.of("ANNA");

    private StationRig rig = StationRig.booted("post-22-twin");

    @Test
    void power_follows_a_default_profile_from_second_to_second() {
        set(1, ASchedule.amps(0, 32).then(600, 10).then(1200, 0).then(1800, 16).byDefault());
        charge(1);

        assertThat(watts(1)).isEqualTo(22_080);
        rig.pass(Duration.ofSeconds(600));
        assertThat(watts(1)).isEqualTo(6_900);
        rig.pass(Duration.ofSeconds(599));
        assertThat(watts(1)).isEqualTo(6_900);
        rig.heard();
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.heard())
                .containsExactly(
                        "1.1 UPDATED CHARGING_STATE_CHANGED", "1.1 UPDATED METER_VALUE_PERIODIC", "1.1 SUSPENDED_EVSE");
        rig.pass(Duration.ofMinutes(10));
        assertThat(watts(1)).isEqualTo(11_040);
        assertThat(rig.state.connector(1).orElseThrow().transactionWh()).isEqualTo((long) (22_080 / 6.0 + 6_900 / 6.0));
    }

    @Test
    void the_meter_bends_at_the_second_even_when_nobody_looks() {
        set(1, ASchedule.watts(0, 11_040).then(90, 6_900).byDefault());
        charge(1);

        StationSnapshot seen = rig.state.seenAt(rig.now.plusSeconds(180));

        assertThat(seen.connector(1).watts()).isEqualTo(6_900);
        assertThat(seen.connector(1).energyWh()).isEqualTo((long) (11_040 / 40.0 + 6_900 / 40.0));
    }

    @Test
    void below_what_the_car_needs_the_station_suspends() {
        charge(1);

        set(1, ASchedule.amps(0, 5).byDefault());

        assertThat(watts(1)).isZero();
        assertThat(rig.heard()).contains("1.1 SUSPENDED_EVSE");
    }

    @Test
    void below_the_least_rate_that_the_profile_names_nothing_flows() {
        set(1, ASchedule.amps(0, 16).then(60, 9).atLeast(10).byDefault());
        charge(1);

        assertThat(watts(1)).isEqualTo(11_040);
        rig.pass(Duration.ofSeconds(60));
        assertThat(watts(1)).isZero();
    }

    @Test
    void amps_are_per_phase_and_a_car_with_one_phase_gets_one_share() {
        set(1, ASchedule.watts(0, 11_040).byDefault());
        rig.happen(new PluggedIn(1, Cars.named("finch-40-eco").at(30)));
        rig.happen(new TokenPresented(Optional.of(1), ANNA));

        assertThat(watts(1)).isEqualTo(3_680);
    }

    @Test
    void one_phase_of_a_station_that_cannot_switch_still_keeps_the_power() {
        set(1, ASchedule.amps(0, 0).then(1, 32, Optional.of(1)).byDefault());
        charge(1);

        rig.pass(Duration.ofSeconds(1));

        assertThat(watts(1)).isEqualTo(7_360);
    }

    @Test
    void the_station_profile_is_shared_by_those_who_charge() {
        set(0, ASchedule.amps(0, 32).forStation());
        charge(1);
        assertThat(watts(1)).isEqualTo(22_080);

        charge(2);

        assertThat(watts(1)).isEqualTo(11_040);
        assertThat(watts(2)).isEqualTo(11_040);
    }

    @Test
    void the_least_of_all_purposes_counts_and_the_transactions_own_replaces_the_default() {
        charge(1);
        set(0, ASchedule.amps(0, 20).id(1).forStation());
        set(1, ASchedule.amps(0, 10).id(2).byDefault());
        assertThat(watts(1)).isEqualTo(6_900);

        set(1, ASchedule.amps(0, 30).id(3).of(rig.transactionId(1)).forTransaction());

        assertThat(watts(1)).isEqualTo(13_800);
    }

    @Test
    void a_higher_level_hides_a_lower_one_while_it_lasts() {
        set(1, ASchedule.amps(0, 16).id(1).level(0).byDefault());
        set(1, ASchedule.amps(0, 8).id(2).level(3).lasting(300).byDefault());
        charge(1);

        assertThat(watts(1)).isEqualTo(8 * 690);
        rig.pass(Duration.ofSeconds(300));
        assertThat(watts(1)).isEqualTo(11_040);
    }

    @Test
    void a_daily_profile_comes_back_the_next_day() {
        set(
                1,
                ASchedule.amps(0, 6)
                        .daily(StationRig.START.minus(Duration.ofHours(1)))
                        .lasting(7_200)
                        .byDefault());
        charge(1);

        assertThat(watts(1)).isEqualTo(6 * 690);
        rig.pass(Duration.ofHours(1));
        assertThat(watts(1)).isGreaterThan(11_000);
        rig.happen(new StationEvent.Unplugged(1));
        rig.pass(Duration.ofHours(22));
        charge(1);
        assertThat(watts(1)).isEqualTo(6 * 690);
    }

    @Test
    void a_relative_profile_counts_from_the_start_of_the_transaction() {
        set(0, ASchedule.amps(0, 32).then(60, 16).relative().byDefault());
        rig.pass(Duration.ofHours(3));
        charge(2);

        rig.pass(Duration.ofSeconds(59));
        assertThat(watts(2)).isEqualTo(22_080);
        rig.pass(Duration.ofSeconds(1));
        assertThat(watts(2)).isEqualTo(11_040);
    }

    @Test
    void a_transactions_profile_goes_with_it() {
        charge(1);
        set(1, ASchedule.amps(0, 8).of(rig.transactionId(1)).forTransaction());
        rig.happen(new StationEvent.Unplugged(1));

        charge(1);

        assertThat(watts(1)).isEqualTo(22_080);
        assertThat(rig.state.profiles()).isSameAs(dev.roamlab.station.charging.Profiles.EMPTY);
    }

    @Test
    void a_remote_start_brings_its_profile() {
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(30)));

        assertThat(remoteStart(ASchedule.amps(0, 10).relative().byDefault()))
                .isEqualTo(RequestStartStopStatus.REJECTED);
        assertThat(remoteStart(ASchedule.amps(0, 10).relative().forTransaction()))
                .isEqualTo(RequestStartStopStatus.ACCEPTED);

        assertThat(watts(1)).isEqualTo(6_900);
    }

    @Test
    void what_cannot_be_is_refused_with_a_reason() {
        assertThat(set(0, ASchedule.amps(0, 9).forTransaction())).contains("evseId: 0");
        assertThat(set(1, ASchedule.amps(0, 9).forTransaction())).contains("no transaction");
        assertThat(set(7, ASchedule.amps(0, 9).byDefault())).contains("evseId: 7");
        assertThat(set(1, ASchedule.amps(0, 9).forStation())).contains("belongs to 0");
        assertThat(set(0, ASchedule.amps(0, 9).relative().forStation())).contains("Relative");
        assertThat(set(1, ASchedule.amps(5, 9).byDefault())).contains("the first is 5");
        assertThat(set(1, ASchedule.amps(0, 9).then(0, 8).byDefault())).contains("not later");
        assertThat(set(1, ASchedule.amps(0, -1).byDefault())).contains("limit: -1");
        assertThat(set(1, ASchedule.amps(0, 9).level(11).byDefault())).contains("stackLevel: 11");
        assertThat(set(1, ASchedule.amps(0, 9).as(ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS)))
                .contains("no CSMS");
        charge(1);
        assertThat(set(1, ASchedule.amps(0, 9).of("nosuch").forTransaction())).contains("nosuch");
        assertThat(rig.state.profiles().isEmpty()).isTrue();
    }

    @Test
    void one_more_than_there_is_room_for_is_refused() {
        for (int id = 1; id <= 20; id++) {
            assertThat(set(
                            1,
                            ASchedule.amps(0, id)
                                    .id(id)
                                    .level(id % 11)
                                    .until(after(id))
                                    .byDefault()))
                    .isEqualTo(TAKEN);
        }

        assertThat(rig.state.profiles().installed()).hasSize(11);
    }

    @Test
    void in_1_6_the_same_purpose_and_level_replaces() {
        set(1, ASchedule.amps(0, 10).id(1).byDefault());

        assertThat(set(1, ASchedule.amps(0, 20).id(2).byDefault())).isEqualTo(TAKEN);

        assertThat(rig.state.profiles().installed()).hasSize(1);
    }

    @Test
    void in_2_0_1_the_same_purpose_and_level_is_refused_and_the_same_id_replaces() {
        rig = StationRig.booted("post-22-twin", Idiom.V2_0_1);
        set(1, ASchedule.amps(0, 10).id(1).byDefault());

        assertThat(set(1, ASchedule.amps(0, 20).id(2).byDefault())).contains("profile 1 has the same");
        assertThat(set(0, ASchedule.amps(0, 20).id(2).byDefault())).contains("profile 1 has the same");
        assertThat(set(1, ASchedule.amps(0, 20).id(1).byDefault())).isEqualTo(TAKEN);
        charge(1);
        assertThat(set(1, ASchedule.amps(0, 20).id(3).forTransaction())).contains("transactionId: missing");
    }

    @Test
    void a_composite_schedule_merges_and_clips() {
        set(0, ASchedule.amps(0, 20).id(1).forStation());
        set(
                1,
                ASchedule.amps(0, 32)
                        .then(60, 10)
                        .then(120, 10)
                        .then(180, 25)
                        .id(2)
                        .byDefault());

        var schedule =
                composite(1, 240, Optional.of(ChargingRateUnit.A)).schedule().orElseThrow();

        assertThat(schedule.duration()).isEqualTo(240);
        assertThat(schedule.chargingSchedulePeriod())
                .extracting(period -> period.startPeriod() + ":" + period.limit())
                .containsExactly("0:20.0", "60:10.0", "180:20.0");
        assertThat(composite(1, 100, Optional.of(ChargingRateUnit.W))
                        .schedule()
                        .orElseThrow()
                        .chargingSchedulePeriod())
                .extracting(period -> period.startPeriod() + ":" + period.limit())
                .containsExactly("0:13800.0", "60:6900.0");
        assertThat(composite(0, 100, Optional.of(ChargingRateUnit.W))
                        .schedule()
                        .orElseThrow()
                        .chargingSchedulePeriod())
                .extracting(period -> period.startPeriod() + ":" + period.limit())
                .containsExactly("0:13800.0");
    }

    @Test
    void without_profiles_the_rated_power_is_the_schedule() {
        var schedule = composite(1, 600, Optional.empty()).schedule().orElseThrow();

        assertThat(schedule.chargingRateUnit()).isEqualTo(ChargingRateUnit.A);
        assertThat(schedule.chargingSchedulePeriod())
                .extracting(period -> period.startPeriod() + ":" + period.limit())
                .containsExactly("0:32.0");
        assertThat(composite(9, 600, Optional.empty()).status()).isEqualTo(GenericStatus.REJECTED);
    }

    @Test
    void who_asks_for_sixty_years_gets_as_much_as_a_schedule_holds() {
        set(1, ASchedule.amps(0, 16).then(3_600, 10).daily(StationRig.START).byDefault());

        var schedule =
                composite(1, Integer.MAX_VALUE, Optional.empty()).schedule().orElseThrow();

        assertThat(schedule.chargingSchedulePeriod()).hasSize(1024);
        assertThat(schedule.duration()).isEqualTo(512 * 86_400);
    }

    @Test
    void profiles_are_cleared_by_id_and_by_description() {
        set(0, ASchedule.amps(0, 20).id(1).forStation());
        set(1, ASchedule.amps(0, 20).id(2).byDefault());
        set(2, ASchedule.amps(0, 20).id(3).byDefault());

        assertThat(clear(Optional.of(9), Optional.empty())).isEqualTo(ClearChargingProfileStatus.UNKNOWN);
        assertThat(clear(Optional.of(2), Optional.empty())).isEqualTo(ClearChargingProfileStatus.ACCEPTED);
        assertThat(clear(
                        Optional.empty(),
                        Optional.of(new ClearChargingProfileCriteria(
                                Optional.of(2),
                                Optional.of(ChargingProfilePurpose.TX_DEFAULT_PROFILE),
                                Optional.empty()))))
                .isEqualTo(ClearChargingProfileStatus.ACCEPTED);
        assertThat(rig.state.profiles().installed()).hasSize(1);
        assertThat(clear(Optional.empty(), Optional.empty())).isEqualTo(ClearChargingProfileStatus.ACCEPTED);
        assertThat(rig.state.profiles().isEmpty()).isTrue();
    }

    @Test
    void profiles_are_reported_in_parts_by_source_and_evse() {
        rig = StationRig.booted("post-22-twin", Idiom.V2_0_1);
        for (int level = 0; level < 5; level++) {
            set(1, ASchedule.amps(0, 20).id(10 + level).level(level).byDefault());
        }
        rig.happen(new ExternalLimitSet(0, 5_000, ChargingLimitSource.SO, true));
        rig.heard();

        rig.ask(new GetChargingProfilesRequest(
                77,
                Optional.empty(),
                new ChargingProfileCriterion(Optional.empty(), Optional.empty(), List.of(), List.of())));

        List<ReportChargingProfilesRequest> parts = rig.sent.stream()
                .filter(ReportChargingProfilesRequest.class::isInstance)
                .map(ReportChargingProfilesRequest.class::cast)
                .toList();
        assertThat(parts)
                .extracting(part -> part.evseId() + " " + part.chargingLimitSource() + " "
                        + part.chargingProfile().size() + " " + part.tbc().orElse(false))
                .containsExactly("1 CSO 4 true", "1 CSO 1 true", "0 SO 1 false");
    }

    @Test
    void a_grid_operator_limits_and_the_csms_hears_of_it() {
        rig = StationRig.booted("post-22-twin", Idiom.V2_0_1);
        charge(1);

        rig.happen(new ExternalLimitSet(0, 6_900, ChargingLimitSource.SO, true));
        assertThat(watts(1)).isCloseTo(6_900, within(1e-6));
        assertThat(rig.heard()).containsExactly("NotifyChargingLimit", "1.1 UPDATED CHARGING_RATE_CHANGED");

        rig.happen(new ExternalLimitCleared(0, ChargingLimitSource.SO));
        assertThat(watts(1)).isEqualTo(22_080);
        assertThat(rig.heard()).containsExactly("ClearedChargingLimit", "1.1 UPDATED CHARGING_RATE_CHANGED");
    }

    @Test
    void limits_that_make_no_sense_are_taken_for_what_they_come_to() {
        charge(1);

        rig.happen(new LimitSet(1, -5));
        assertThat(watts(1)).isZero();
        rig.happen(new LimitSet(1, Double.POSITIVE_INFINITY));
        rig.happen(new LimitSet(1, Double.NaN));
        rig.happen(new ExternalLimitSet(9, 0, ChargingLimitSource.SO, true));
        rig.happen(new ExternalLimitSet(1, -1, ChargingLimitSource.SO, true));
        assertThat(watts(1)).isZero();
        rig.happen(new ExternalLimitSet(1, Double.POSITIVE_INFINITY, ChargingLimitSource.SO, true));
        assertThat(watts(1)).isEqualTo(22_080);
        assertThat(rig.state.profiles().isEmpty()).isTrue();
    }

    @Test
    void a_profile_may_come_before_the_driver_where_the_cable_begins_the_transaction() {
        rig = StationRig.booted("post-22-twin", Idiom.V2_0_1);
        rig.set(Map.of(ConfigurationKey.TX_START_POINT, "EVConnected"));
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(10)));
        String open = rig.state.connector(1).orElseThrow().transactionId().orElseThrow();

        assertThat(set(1, ASchedule.amps(0, 10).of(open).forTransaction())).isEqualTo(TAKEN);

        rig.happen(new TokenPresented(Optional.of(1), ANNA));
        assertThat(watts(1)).isEqualTo(6_900);
        rig.happen(new StationEvent.Unplugged(1));
        assertThat(rig.state.profiles().isEmpty()).isTrue();
    }

    @Test
    void a_1_6_station_has_no_words_for_limits_of_others() {
        charge(1);

        rig.happen(new LimitSet(1, 6_900));
        rig.happen(new ExternalLimitSet(0, 5_000, ChargingLimitSource.EMS, false));

        assertThat(rig.heard()).isEmpty();
        assertThat(watts(1)).isCloseTo(5_000, within(1e-6));
    }

    @Test
    void a_car_that_speaks_iso_15118_tells_its_needs_and_its_plan() {
        rig = StationRig.booted("dc-150-twin", Idiom.V2_0_1);
        rig.happen(new PluggedIn(1, Cars.named("tundra-95").at(30)));
        rig.happen(new TokenPresented(Optional.of(1), ANNA));
        assertThat(rig.heard()).contains("NotifyEVChargingNeeds");

        set(1, ASchedule.watts(0, 40_000).of(rig.transactionId(1)).forTransaction());

        assertThat(rig.heard()).contains("NotifyEVChargingSchedule");
        assertThat(watts(1)).isEqualTo(40_000);
    }

    private void charge(int connector) {
        rig.happen(new PluggedIn(connector, Cars.named("finch-52").at(10)));
        rig.happen(new TokenPresented(Optional.of(connector), ANNA));
        rig.heard();
    }

    private double watts(int connector) {
        return rig.state.seenAt(rig.now).connector(connector).watts();
    }

    private String set(int evse, ChargingProfile profile) {
        return ((SetChargingProfileResponse) rig.ask(new SetChargingProfileRequest(evse, profile)))
                .statusInfo()
                .flatMap(StatusInfo::additionalInfo)
                .orElse(TAKEN);
    }

    private ClearChargingProfileStatus clear(Optional<Integer> id, Optional<ClearChargingProfileCriteria> criteria) {
        return ((ClearChargingProfileResponse) rig.ask(new ClearChargingProfileRequest(id, criteria))).status();
    }

    private GetCompositeScheduleResponse composite(int evse, int seconds, Optional<ChargingRateUnit> unit) {
        return (GetCompositeScheduleResponse) rig.ask(new GetCompositeScheduleRequest(seconds, unit, evse));
    }

    private RequestStartStopStatus remoteStart(ChargingProfile profile) {
        var request = new RequestStartTransactionRequest(
                ANNA, 7, Optional.of(Evse.of(1)), Optional.empty(), Optional.of(profile));
        return ((RequestStartTransactionResponse) rig.ask(request)).status();
    }

    private static Instant after(int days) {
        return StationRig.START.plus(Duration.ofDays(days));
    }
}
