package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.lists.AuthorizationData;
import dev.roamlab.ocpp.messages.lists.GetLocalListVersionRequest;
import dev.roamlab.ocpp.messages.lists.GetLocalListVersionResponse;
import dev.roamlab.ocpp.messages.lists.SendLocalListRequest;
import dev.roamlab.ocpp.messages.lists.SendLocalListResponse;
import dev.roamlab.ocpp.messages.lists.SendLocalListStatus;
import dev.roamlab.ocpp.messages.lists.UpdateType;
import dev.roamlab.station.physics.Cars;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalListTest {
    private static final IdToken ANNA = IdToken.of("ANNA");
    private static final IdToken BEN = IdToken.of("BEN");
    private static final AuthorizationData GOOD_ANNA = entry(ANNA, AuthorizationStatus.ACCEPTED);
    private static final AuthorizationData BAD_BEN = entry(BEN, AuthorizationStatus.BLOCKED);

    private final StationRig rig = StationRig.booted("post-22-twin");

    @Test
    void a_list_has_the_version_that_the_csms_gave_it() {
        assertThat(version()).isZero();
        assertThat(send(7, UpdateType.FULL, GOOD_ANNA, BAD_BEN)).isEqualTo(SendLocalListStatus.ACCEPTED);
        assertThat(version()).isEqualTo(7);
        assertThat(send(8, UpdateType.DIFFERENTIAL, new AuthorizationData(BEN, Optional.empty())))
                .isEqualTo(SendLocalListStatus.ACCEPTED);
        assertThat(version()).isEqualTo(8);
        assertThat(rig.state.device().localList().known()).containsOnlyKeys(ANNA);
    }

    @Test
    void a_difference_to_a_newer_list_is_a_mismatch_and_changes_nothing() {
        send(7, UpdateType.FULL, GOOD_ANNA);

        assertThat(send(7, UpdateType.DIFFERENTIAL, BAD_BEN)).isEqualTo(SendLocalListStatus.VERSION_MISMATCH);
        assertThat(rig.state.device().localList().known()).containsOnlyKeys(ANNA);
    }

    @Test
    void a_list_that_breaks_a_rule_is_refused_as_a_whole() {
        AuthorizationData[] many = IntStream.range(0, 101)
                .mapToObj(n -> entry(IdToken.of("T" + n), AuthorizationStatus.ACCEPTED))
                .toArray(AuthorizationData[]::new);

        assertThat(send(1, UpdateType.FULL, many)).isEqualTo(SendLocalListStatus.FAILED);
        assertThat(send(1, UpdateType.FULL, GOOD_ANNA, GOOD_ANNA)).isEqualTo(SendLocalListStatus.FAILED);
        assertThat(send(0, UpdateType.FULL, GOOD_ANNA)).isEqualTo(SendLocalListStatus.FAILED);
        assertThat(send(1, UpdateType.FULL, new AuthorizationData(ANNA, Optional.empty())))
                .isEqualTo(SendLocalListStatus.FAILED);
        assertThat(version()).isZero();
    }

    @Test
    void a_station_without_the_list_says_so() {
        set("LocalAuthListEnabled", "false");

        assertThat(version()).isEqualTo(-1);
        assertThat(send(1, UpdateType.FULL, GOOD_ANNA)).isEqualTo(SendLocalListStatus.FAILED);
    }

    @Test
    void offline_the_list_admits_and_refuses() {
        send(1, UpdateType.FULL, GOOD_ANNA, BAD_BEN);
        rig.happen(new StationEvent.NetworkLost());

        charge(1, BEN);
        charge(2, ANNA);

        assertThat(rig.state.connectors().get(0).transaction()).isEmpty();
        assertThat(rig.state.connectors().get(1).transaction()).isPresent();
    }

    @Test
    void with_pre_authorisation_the_list_saves_the_question_and_a_refusal_is_asked_again() {
        set("LocalPreAuthorize", "true");
        send(1, UpdateType.FULL, GOOD_ANNA, BAD_BEN);

        charge(1, ANNA);
        assertThat(rig.heard()).doesNotContain("Authorize ANNA").contains("1.1 STARTED AUTHORIZED");

        charge(2, BEN);
        assertThat(rig.heard()).contains("Authorize BEN");
    }

    @Test
    void without_post_authorisation_a_refusal_in_the_list_is_final() {
        send(1, UpdateType.FULL, BAD_BEN);
        set("LocalAuthListCtrlr.DisablePostAuthorize", "true");

        charge(1, BEN);

        assertThat(rig.heard()).noneMatch(line -> line.startsWith("Authorize") || line.contains("STARTED"));
    }

    @Test
    void a_list_that_the_csms_itself_contradicts_is_reported() {
        set("LocalPreAuthorize", "true");
        send(1, UpdateType.FULL, GOOD_ANNA);
        rig.tokens.put(ANNA, IdTokenInfo.of(AuthorizationStatus.INVALID));

        charge(1, ANNA);

        assertThat(rig.heard()).contains("0.0 AVAILABLE LOCAL_LIST_CONFLICT", "1.1 ENDED DE_AUTHORIZED");
    }

    @Test
    void the_list_survives_a_power_cut() {
        send(3, UpdateType.FULL, GOOD_ANNA);

        rig.happen(new StationEvent.PowerLost());
        rig.happen(new StationEvent.PowerRestored());

        assertThat(version()).isEqualTo(3);
    }

    private void charge(int connector, IdToken token) {
        rig.happen(new StationEvent.PluggedIn(connector, Cars.all().get(0).at(20)));
        rig.happen(new StationEvent.TokenPresented(Optional.of(connector), token));
    }

    private void set(String key, String value) {
        rig.ask(new ChangeConfigurationRequest(key, value));
    }

    private int version() {
        return ((GetLocalListVersionResponse) rig.ask(new GetLocalListVersionRequest())).versionNumber();
    }

    private SendLocalListStatus send(int version, UpdateType type, AuthorizationData... entries) {
        return ((SendLocalListResponse) rig.ask(new SendLocalListRequest(List.of(entries), version, type))).status();
    }

    private static AuthorizationData entry(IdToken token, AuthorizationStatus status) {
        return new AuthorizationData(token, Optional.of(IdTokenInfo.of(status)));
    }
}
