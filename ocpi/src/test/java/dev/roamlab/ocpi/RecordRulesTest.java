package dev.roamlab.ocpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.ocpi.cdrs.CdrDimension;
import dev.roamlab.ocpi.cdrs.CdrDimensionType;
import dev.roamlab.ocpi.cdrs.CdrLocation;
import dev.roamlab.ocpi.cdrs.SignedValue;
import dev.roamlab.ocpi.locations.EvseBuilder;
import dev.roamlab.ocpi.locations.GeoLocation;
import dev.roamlab.ocpi.locations.Hours;
import dev.roamlab.ocpi.locations.Parking;
import dev.roamlab.ocpi.locations.ParkingBuilder;
import dev.roamlab.ocpi.locations.PublishTokenTypeBuilder;
import dev.roamlab.ocpi.locations.RegularHours;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.locations.VehicleType;
import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.ReservationRestrictionType;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictionsBuilder;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.versions.Endpoint;
import dev.roamlab.ocpi.versions.InterfaceRole;
import dev.roamlab.ocpi.versions.ModuleId;
import dev.roamlab.ocpi.versions.VersionDetails;
import dev.roamlab.ocpi.versions.VersionNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that concern more than the length of one field. */
class RecordRulesTest {
    @Test
    void a_builder_refuses_to_leave_out_a_required_field() {
        assertThatThrownBy(
                        () -> EvseBuilder.builder().uid(new CiString("EVSE1")).build())
                .hasMessage("status: required");
    }

    @Test
    void lists_cannot_be_changed_from_outside() {
        var evses = new ArrayList<>(List.of(Fixtures.anEvse().build()));
        var location = Fixtures.aLocation().evses(evses).build();

        evses.clear();

        assertThat(location.evses()).hasSize(1);
        assertThatThrownBy(() -> location.evses().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_removed_evse_may_come_without_connectors_and_no_other() {
        var evse = Fixtures.anEvse().connectors(List.of());

        assertThatCode(() -> evse.status(Status.REMOVED).build()).doesNotThrowAnyException();
        assertThatThrownBy(() -> evse.status(Status.PLANNED).build())
                .hasMessage("connectors: empty, at least one element");
    }

    @Test
    void evses_and_connectors_are_found_without_regard_to_case() {
        var location = Fixtures.aLocation().build();

        assertThat(location.evse(new CiString("evse1")).flatMap(evse -> evse.connector(new CiString("1"))))
                .isPresent();
    }

    @Test
    void only_unpublished_locations_name_who_may_see_them() {
        var staff =
                PublishTokenTypeBuilder.builder().groupId(new CiString("STAFF")).build();
        var location = Fixtures.aLocation().publishAllowedTo(List.of(staff));

        assertThatCode(() -> location.publish(false).build()).doesNotThrowAnyException();
        assertThatThrownBy(() -> location.publish(true).build())
                .hasMessage("publish_allowed_to: '1 entries', only when publish is false");
    }

    @Test
    void a_publish_token_identifies_somebody() {
        var token = PublishTokenTypeBuilder.builder();

        assertThatThrownBy(() -> token.issuer("Lab").build()).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> token.uid(new CiString("1")).build()).hasMessageContaining("type: ");
        assertThatCode(() -> token.type(TokenType.RFID).build()).doesNotThrowAnyException();
    }

    @Test
    void parking_ids_are_unique_in_a_location() {
        Parking parking = ParkingBuilder.builder()
                .id(new CiString("P1"))
                .vehicleTypes(List.of(VehicleType.VAN))
                .build();

        assertThatThrownBy(() -> Fixtures.aLocation()
                        .parkingPlaces(List.of(parking, parking))
                        .build())
                .hasMessageContaining("parking_places: 'P1'");
    }

    @Test
    void hours_are_either_all_week_or_given() {
        var morning = new RegularHours(1, LocalTime.of(8, 0), LocalTime.of(12, 0));

        assertThatThrownBy(() -> new Hours(true, List.of(morning), List.of(), List.of()))
                .hasMessageContaining("regular_hours: ");
        assertThatThrownBy(() -> new Hours(false, List.of(), List.of(), List.of()))
                .hasMessageContaining("regular_hours: ");
        assertThat(Hours.always().twentyFourSeven()).isTrue();
    }

    @Test
    void opening_hours_end_later_than_they_begin() {
        assertThatThrownBy(() -> new RegularHours(1, LocalTime.of(8, 0), LocalTime.of(8, 0)))
                .hasMessage("period_end: '08:00', later than period_begin 08:00");
    }

    @ParameterizedTest
    @CsvSource({"50.770774,-126.104965", "-33.8674869,151.2069902", "-89.9999999,-179.9999999", "#NA,#NA"})
    void coordinates_are_taken_by_their_form_not_their_length(String latitude, String longitude) {
        assertThat(new GeoLocation(latitude, longitude).latitude()).isEqualTo(latitude);
    }

    @ParameterizedTest
    @CsvSource({"50.7707,5.12345", "50,5", "90.00001,5.12345", "5.12345,180.00001", "+5.12345,5.12345", "#NA,5.12345"})
    void other_coordinates_are_refused(String latitude, String longitude) {
        assertThatThrownBy(() -> new GeoLocation(latitude, longitude)).isInstanceOf(InvalidField.class);
    }

    @Test
    void a_reservation_is_priced_once_and_by_time_only() {
        var reservation = TariffRestrictionsBuilder.builder()
                .reservation(ReservationRestrictionType.RESERVATION)
                .build();
        var energy = new PriceComponent(TariffDimensionType.ENERGY, BigDecimal.ONE, Optional.empty(), 1);

        assertThatThrownBy(() -> new TariffElement(List.of(energy), Optional.of(reservation)))
                .hasMessage("price_components: 'ENERGY', only FLAT and TIME under a reservation restriction");
    }

    @Test
    void only_a_credit_cdr_has_a_longer_id_and_it_names_what_it_credits() {
        var cdr = Fixtures.aCdr().id(new CiString("x".repeat(39)));

        assertThatThrownBy(cdr::build).hasMessage("id: 39 characters, at most 36");
        assertThatThrownBy(() -> cdr.credit(true).build()).hasMessageContaining("credit_reference_id: ");
        assertThat(cdr.creditReferenceId(new CiString("CDR1")).build().isCredit())
                .isTrue();
    }

    @Test
    void a_cdr_does_not_end_before_it_starts_unless_the_end_is_unknown() {
        var cdr = Fixtures.aCdr();

        assertThatThrownBy(() ->
                        cdr.endDateTime(Instant.parse("2026-01-01T00:00:00Z")).build())
                .hasMessageContaining("end_date_time: ");
        assertThatCode(() -> cdr.endDateTime(Instant.EPOCH).build()).doesNotThrowAnyException();
    }

    @Test
    void a_state_of_charge_is_a_percentage() {
        assertThatThrownBy(() -> new CdrDimension(CdrDimensionType.STATE_OF_CHARGE, new BigDecimal("101")))
                .hasMessage("volume: '101', from 0 to 100");
        assertThat(CdrDimensionType.STATE_OF_CHARGE.sessionOnly()).isTrue();
        assertThat(CdrDimensionType.ENERGY.sessionOnly()).isFalse();
    }

    @Test
    void what_a_meter_signed_may_have_line_breaks() {
        assertThat(new SignedValue(new CiString("Start"), "<a>\n</a>", "AA==").plainData())
                .contains("\n");
    }

    @Test
    void a_cdr_cuts_what_a_location_may_have_longer() {
        var location = Fixtures.aLocation()
                .address("x".repeat(255))
                .state("y".repeat(45))
                .build();
        var evse = Fixtures.anEvse().evseId(Optional.empty()).build();

        var cut = CdrLocation.of(location, evse, Fixtures.aConnector().build());

        assertThat(cut.address()).hasSize(45);
        assertThat(cut.state()).contains("y".repeat(20));
        assertThat(cut.evseId().isNotAvailable()).isTrue();
    }

    @Test
    void a_start_at_a_connector_names_the_evse() {
        assertThatThrownBy(
                        () -> Fixtures.aStartSession().evseUid(Optional.empty()).build())
                .hasMessageContaining("evse_uid: ");
    }

    @Test
    void an_endpoint_is_found_by_module_and_role_but_credentials_by_module_alone() {
        var url = Fixtures.credentials().url();
        var details = new VersionDetails(
                VersionNumber.V2_3_0,
                List.of(
                        new Endpoint(ModuleId.CREDENTIALS, InterfaceRole.RECEIVER, url),
                        new Endpoint(ModuleId.TOKENS, InterfaceRole.RECEIVER, url)));

        assertThat(details.url(ModuleId.CREDENTIALS, InterfaceRole.SENDER)).contains(url);
        assertThat(details.url(ModuleId.TOKENS, InterfaceRole.SENDER)).isEmpty();
    }
}
