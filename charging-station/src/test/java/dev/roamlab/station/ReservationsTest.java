package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.ConnectorType;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.ReservationStatusUpdateRequest;
import dev.roamlab.ocpp.messages.ReservationUpdateStatus;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowResponse;
import dev.roamlab.ocpp.messages.ReserveNowStatus;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.station.StationEvent.FaultDetected;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reservations as 2.0.1 has them, at a station whose first EVSE has CCS and CHAdeMO and whose second has AC. */
class ReservationsTest {
    private static final IdToken ANNA = IdToken.of("ANNA");

    private final StationRig rig = StationRig.booted("dc-50", Idiom.V2_0_1);

    @BeforeEach
    void any_evse_may_be_asked_for() {
        rig.set(Map.of(ConfigurationKey.RESERVE_CONNECTOR_ZERO_SUPPORTED, "true"));
    }

    @Test
    void an_evse_is_kept_free_with_all_its_connectors() {
        assertThat(reserve(Optional.of(Evse.of(1)), Optional.empty())).isEqualTo(ReserveNowStatus.ACCEPTED);

        assertThat(rig.heard()).containsExactly("1.1 RESERVED", "1.2 RESERVED");
        rig.happen(new PluggedIn(2, Cars.named("tundra-95").at(20)));
        rig.happen(new TokenPresented(Optional.of(2), ANNA));
        assertThat(rig.state.connector(1).orElseThrow().reservation()).isEmpty();
        assertThat(rig.sent.stream()
                        .filter(TransactionEventRequest.class::isInstance)
                        .map(TransactionEventRequest.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .reservationId())
                .contains(5);
    }

    @Test
    void a_plug_may_be_asked_for_instead_of_an_evse() {
        assertThat(reserve(Optional.empty(), Optional.of(ConnectorType.C_G105))).isEqualTo(ReserveNowStatus.ACCEPTED);
        assertThat(rig.heard()).containsExactly("1.2 RESERVED");
        assertThat(reserve(Optional.empty(), Optional.of(ConnectorType.C_TESLA)))
                .isEqualTo(ReserveNowStatus.REJECTED);
    }

    @Test
    void the_csms_hears_when_it_was_not_used() {
        reserve(Optional.of(Evse.of(1)), Optional.empty());

        rig.pass(Duration.ofMinutes(30));

        assertThat(updates()).containsExactly(new ReservationStatusUpdateRequest(5, ReservationUpdateStatus.EXPIRED));
        assertThat(rig.heard()).contains("1.1 AVAILABLE", "1.2 AVAILABLE");
    }

    @Test
    void the_csms_hears_when_a_fault_makes_it_useless() {
        reserve(Optional.of(Evse.of(2)), Optional.empty());

        rig.happen(new FaultDetected(3, ErrorCode.GROUND_FAILURE));

        assertThat(updates()).containsExactly(new ReservationStatusUpdateRequest(5, ReservationUpdateStatus.REMOVED));
    }

    private List<ReservationStatusUpdateRequest> updates() {
        return rig.sent.stream()
                .filter(ReservationStatusUpdateRequest.class::isInstance)
                .map(ReservationStatusUpdateRequest.class::cast)
                .toList();
    }

    private ReserveNowStatus reserve(Optional<Evse> evse, Optional<ConnectorType> type) {
        var request =
                new ReserveNowRequest(5, rig.now.plus(Duration.ofMinutes(30)), ANNA, Optional.empty(), evse, type);
        return ((ReserveNowResponse) rig.ask(request)).status();
    }
}
