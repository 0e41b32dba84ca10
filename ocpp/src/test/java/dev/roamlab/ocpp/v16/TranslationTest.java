package dev.roamlab.ocpp.v16;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.AuthorizeResponse;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.CancelReservationRequest;
import dev.roamlab.ocpp.messages.CancelReservationResponse;
import dev.roamlab.ocpp.messages.CancelReservationStatus;
import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.ChangeAvailabilityResponse;
import dev.roamlab.ocpp.messages.ChangeAvailabilityStatus;
import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.ChangeConfigurationResponse;
import dev.roamlab.ocpp.messages.ChangeConfigurationStatus;
import dev.roamlab.ocpp.messages.ChargingStationInfo;
import dev.roamlab.ocpp.messages.ClearCacheRequest;
import dev.roamlab.ocpp.messages.ClearCacheResponse;
import dev.roamlab.ocpp.messages.ClearCacheStatus;
import dev.roamlab.ocpp.messages.ConfigurationValue;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.DataTransferStatus;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GetConfigurationRequest;
import dev.roamlab.ocpp.messages.GetConfigurationResponse;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.Location;
import dev.roamlab.ocpp.messages.Measurand;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.MeterValuesResponse;
import dev.roamlab.ocpp.messages.OperationalStatus;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowResponse;
import dev.roamlab.ocpp.messages.ReserveNowStatus;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetResponse;
import dev.roamlab.ocpp.messages.ResetStatus;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.SampledValue;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.TriggerMessageResponse;
import dev.roamlab.ocpp.messages.TriggerMessageStatus;
import dev.roamlab.ocpp.messages.UnitOfMeasure;
import dev.roamlab.ocpp.messages.UnlockConnectorRequest;
import dev.roamlab.ocpp.messages.UnlockConnectorResponse;
import dev.roamlab.ocpp.messages.UnlockStatus;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.Outgoing;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What one end says is what the other end hears. */
class TranslationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    /** EVSE 1 has two connectors, so its second one is number 2, and EVSE 2 is number 3. */
    private static final Topology TOPOLOGY = Topology.of(List.of(2, 1));

    private final Translation station = translation(End.STATION);
    private final Translation csms = translation(End.CSMS);

    private static Translation translation(End us) {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new DialectV16().translation(us, new TranslationContext(clock, TOPOLOGY, () -> 1));
    }

    /** A request goes over and its answer comes back, as JSON both ways. */
    private static <A extends Response> A exchange(
            Translation from, Translation to, Request<A> request, Request<?> heard, A answer) {
        Outgoing.Sent<A> sent = (Outgoing.Sent<A>) from.outgoing(request);
        var incoming = to.incoming(sent.action(), sent.payload());
        assertThat(incoming.request()).isEqualTo(heard);
        return sent.answer().apply(incoming.answer().apply(answer));
    }

    static Stream<Arguments> fromStation() {
        var info = new IdTokenInfo(
                dev.roamlab.ocpp.messages.AuthorizationStatus.EXPIRED,
                Optional.of(NOON),
                Optional.of(IdToken.of("FLEET")));
        var about = new ChargingStationInfo(
                "VersiCharge",
                "Siemens",
                Optional.of("SN1"),
                Optional.of("1.0"),
                Optional.of("iccid"),
                Optional.of("imsi"),
                Optional.of("EM340"),
                Optional.of("M1"));
        return Stream.of(
                arguments(new AuthorizeRequest(IdToken.of("A")), new AuthorizeResponse(info)),
                arguments(
                        new BootNotificationRequest(BootReason.UNKNOWN, about),
                        new BootNotificationResponse(NOON, 300, RegistrationStatus.PENDING)),
                arguments(new HeartbeatRequest(), new HeartbeatResponse(NOON)),
                arguments(
                        new StatusNotificationRequest(
                                NOON,
                                ConnectorStatus.FAULTED,
                                2,
                                1,
                                Optional.of(ErrorCode.GROUND_FAILURE),
                                Optional.of("info"),
                                Optional.of("vendor"),
                                Optional.of("E1")),
                        new StatusNotificationResponse()),
                arguments(
                        new MeterValuesRequest(Evse.STATION, List.of(new MeterValue(NOON, List.of(voltage())))),
                        new MeterValuesResponse()),
                arguments(
                        new DataTransferRequest("v", Optional.of("m"), Optional.of("d")),
                        new DataTransferResponse(DataTransferStatus.UNKNOWN_VENDOR_ID, Optional.of("no"))));
    }

    @ParameterizedTest
    @MethodSource("fromStation")
    <A extends Response> void what_a_station_says_is_heard_unchanged(Request<A> request, A answer) {
        assertThat(exchange(station, csms, request, request, answer)).isEqualTo(answer);
    }

    static Stream<Arguments> fromCsms() {
        return Stream.of(
                arguments(
                        new CancelReservationRequest(7),
                        new CancelReservationResponse(CancelReservationStatus.REJECTED)),
                arguments(
                        new ChangeAvailabilityRequest(OperationalStatus.INOPERATIVE, Optional.of(Evse.of(1, 2))),
                        new ChangeAvailabilityResponse(ChangeAvailabilityStatus.SCHEDULED)),
                arguments(
                        new ChangeAvailabilityRequest(OperationalStatus.OPERATIVE, Optional.empty()),
                        new ChangeAvailabilityResponse(ChangeAvailabilityStatus.ACCEPTED)),
                arguments(new ClearCacheRequest(), new ClearCacheResponse(ClearCacheStatus.REJECTED)),
                arguments(
                        new GetConfigurationRequest(List.of("a", "b")),
                        new GetConfigurationResponse(
                                List.of(new ConfigurationValue("a", true, Optional.of("1"))), List.of("b"))),
                arguments(
                        new ChangeConfigurationRequest("a", "1"),
                        new ChangeConfigurationResponse(ChangeConfigurationStatus.UNKNOWN_VARIABLE)),
                arguments(
                        new ReserveNowRequest(
                                7, NOON, IdToken.of("A"), Optional.of(IdToken.of("P")), Optional.of(Evse.of(2, 1))),
                        new ReserveNowResponse(ReserveNowStatus.FAULTED)),
                arguments(
                        new ReserveNowRequest(7, NOON, IdToken.of("A"), Optional.empty(), Optional.empty()),
                        new ReserveNowResponse(ReserveNowStatus.ACCEPTED)),
                arguments(new ResetRequest(ResetType.ON_IDLE), new ResetResponse(ResetStatus.ACCEPTED)),
                arguments(
                        new TriggerMessageRequest(MessageTrigger.LOG_STATUS_NOTIFICATION, Optional.of(Evse.of(1, 1))),
                        new TriggerMessageResponse(TriggerMessageStatus.NOT_IMPLEMENTED)),
                arguments(new UnlockConnectorRequest(1, 2), new UnlockConnectorResponse(UnlockStatus.NOT_SUPPORTED)),
                arguments(
                        new DataTransferRequest("v", Optional.empty(), Optional.empty()),
                        new DataTransferResponse(DataTransferStatus.ACCEPTED, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("fromCsms")
    <A extends Response> void what_a_csms_says_is_heard_unchanged(Request<A> request, A answer) {
        assertThat(exchange(csms, station, request, request, answer)).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource(value = ConnectorStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "OCCUPIED")
    void every_status_of_1_6_is_exact_in_both_directions(ConnectorStatus status) {
        var request = status(status, 1, 1);

        exchange(station, csms, request, request, new StatusNotificationResponse());
    }

    @Test
    void occupied_without_detail_is_said_as_preparing() {
        exchange(
                station,
                csms,
                status(ConnectorStatus.OCCUPIED, 1, 1),
                status(ConnectorStatus.PREPARING, 1, 1),
                new StatusNotificationResponse());
    }

    @Test
    void the_station_as_a_whole_is_connector_0() {
        var request = status(ConnectorStatus.AVAILABLE, 0, 0);

        assertThat(sent(station, request).payload().get("connectorId").intValue())
                .isZero();
        exchange(station, csms, request, request, new StatusNotificationResponse());
    }

    @Test
    void connectors_are_counted_through_the_station() {
        assertThat(sent(station, status(ConnectorStatus.AVAILABLE, 2, 1))
                        .payload()
                        .get("connectorId")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void a_connector_that_the_evse_does_not_have_cannot_be_said() {
        assertThatThrownBy(() -> station.outgoing(status(ConnectorStatus.AVAILABLE, 2, 2)))
                .isInstanceOf(OcppCallException.class)
                .hasMessageContaining("StatusNotification: evse.connectorId: 2, EVSE 2 has 1");
    }

    @Test
    void a_status_without_a_timestamp_is_of_now() {
        var incoming = csms.incoming(
                "StatusNotification", object("{'connectorId':1,'errorCode':'NoError','status':'Available'}"));

        assertThat(incoming.request()).isEqualTo(status(ConnectorStatus.AVAILABLE, 1, 1));
    }

    @Test
    void kilowatt_hours_become_watt_hours_and_defaults_are_filled_in() {
        var incoming = csms.incoming(
                "MeterValues",
                object("{'connectorId':1,'meterValue':[{'timestamp':'2026-11-21T12:00:00Z','sampledValue':["
                        + "{'value':'1.25','unit':'kWh'},{'value':'7'},{'value':'50','measurand':'Frequency'}]}]}"));

        List<SampledValue> values =
                ((MeterValuesRequest) incoming.request()).meterValue().get(0).sampledValue();
        assertThat(values.get(0).value()).isEqualByComparingTo("1250");
        assertThat(values.get(0).unit()).contains(UnitOfMeasure.WH);
        assertThat(values.get(1)).isEqualTo(SampledValue.registerWh(7, ReadingContext.SAMPLE_PERIODIC));
        assertThat(values.get(2).unit()).isEmpty();
    }

    @Test
    void signed_data_and_figures_that_are_none_are_left_out_and_the_rest_is_taken() {
        var incoming = csms.incoming(
                "MeterValues",
                object("{'connectorId':1,'meterValue':[{'timestamp':'2026-11-21T12:00:00Z','sampledValue':["
                        + "{'value':'0A','format':'SignedData'},{'value':'NaN'},{'value':'1e999999999'},{'value':'7'}]},"
                        + "{'timestamp':'2026-11-21T12:00:00Z','sampledValue':[{'value':''}]}]}"));

        assertThat(((MeterValuesRequest) incoming.request()).meterValue())
                .containsExactly(
                        new MeterValue(NOON, List.of(SampledValue.registerWh(7, ReadingContext.SAMPLE_PERIODIC))));
    }

    @Test
    void an_unknown_action_is_not_implemented() {
        assertRefused("Nonsense", RpcErrorCode.NOT_IMPLEMENTED);
    }

    @Test
    void an_action_that_goes_the_other_way_is_not_supported() {
        assertRefused("Reset", RpcErrorCode.NOT_SUPPORTED);
    }

    @Test
    void every_error_is_spelled_as_1_6_spells_it() {
        var spelling = new DialectV16().spelling();

        assertThat(spelling.spell(RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION))
                .contains("OccurenceConstraintViolation");
        assertThat(spelling.read("OccurrenceConstraintViolation"))
                .isEqualTo(RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION);
        assertThat(spelling.read("Whatever")).isEqualTo(RpcErrorCode.GENERIC_ERROR);
        assertThat(Stream.of(RpcErrorCode.values()).flatMap(code -> spelling.spell(code).stream()))
                .hasSize(10)
                .allSatisfy(spelled ->
                        assertThat(spelling.spell(spelling.read(spelled))).contains(spelled));
    }

    private void assertRefused(String action, RpcErrorCode code) {
        assertThatThrownBy(() -> csms.incoming(action, object("{}")))
                .isInstanceOfSatisfying(
                        OcppCallException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    static com.fasterxml.jackson.databind.node.ObjectNode object(String text) {
        return (com.fasterxml.jackson.databind.node.ObjectNode) PayloadsTest.json(text);
    }

    private static <A extends Response> Outgoing.Sent<A> sent(Translation from, Request<A> request) {
        return (Outgoing.Sent<A>) from.outgoing(request);
    }

    private static StatusNotificationRequest status(ConnectorStatus status, int evse, int connector) {
        return new StatusNotificationRequest(
                NOON, status, evse, connector, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static SampledValue voltage() {
        return new SampledValue(
                new BigDecimal("230.1"),
                ReadingContext.TRIGGER,
                Measurand.VOLTAGE,
                Optional.of(dev.roamlab.ocpp.messages.Phase.L1_N),
                Location.INLET,
                Optional.of(UnitOfMeasure.V));
    }
}
