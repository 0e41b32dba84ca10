package dev.roamlab.ocpp.v16;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.charging.ChargingProfileKind;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingProfileStatus;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileCriteria;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileResponse;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileStatus;
import dev.roamlab.ocpp.messages.charging.CompositeSchedule;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleRequest;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleResponse;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileResponse;
import dev.roamlab.ocpp.messages.firmware.Firmware;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatus;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareResponse;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareStatus;
import dev.roamlab.ocpp.messages.lists.AuthorizationData;
import dev.roamlab.ocpp.messages.lists.SendLocalListRequest;
import dev.roamlab.ocpp.messages.lists.SendLocalListResponse;
import dev.roamlab.ocpp.messages.lists.SendLocalListStatus;
import dev.roamlab.ocpp.messages.lists.UpdateType;
import dev.roamlab.ocpp.messages.logs.GetLogRequest;
import dev.roamlab.ocpp.messages.logs.GetLogResponse;
import dev.roamlab.ocpp.messages.logs.LogParameters;
import dev.roamlab.ocpp.messages.logs.LogStatus;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.messages.logs.UploadLogStatus;
import dev.roamlab.ocpp.messages.security.CertificateHashData;
import dev.roamlab.ocpp.messages.security.CertificateHashDataChain;
import dev.roamlab.ocpp.messages.security.GetCertificateIdUse;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateIdsRequest;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateIdsResponse;
import dev.roamlab.ocpp.messages.security.GetInstalledCertificateStatus;
import dev.roamlab.ocpp.messages.security.HashAlgorithm;
import dev.roamlab.ocpp.messages.security.InstallCertificateRequest;
import dev.roamlab.ocpp.messages.security.InstallCertificateUse;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationRequest;
import dev.roamlab.ocpp.messages.variables.SetVariablesRequest;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Smart charging, local list, firmware, logs and security: what one end says is what the other end hears. */
class ProfilesTranslationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    /** EVSE 1 has two connectors, so EVSE 2 is connector 3 on the wire. */
    private static final Topology TOPOLOGY = Topology.of(List.of(2, 1));

    private final Translation station = translation(End.STATION);
    private final Translation csms = translation(End.CSMS);

    private static Translation translation(End us) {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new DialectV16().translation(us, new TranslationContext(clock, TOPOLOGY, () -> 1));
    }

    private static <A extends Response> Outgoing.Sent<A> sent(Translation from, Request<A> request) {
        return (Outgoing.Sent<A>) from.outgoing(request);
    }

    private <A extends Response> A exchange(Request<A> request, A answer) {
        Outgoing.Sent<A> sent = sent(csms, request);
        var incoming = station.incoming(sent.action(), sent.payload());
        assertThat(incoming.request()).isEqualTo(request);
        return sent.answer().apply(incoming.answer().apply(answer));
    }

    private Request<?> heard(Translation by, Outgoing.Sent<?> sent) {
        return by.incoming(sent.action(), sent.payload()).request();
    }

    private static dev.roamlab.ocpp.messages.charging.ChargingProfile profile(
            ChargingProfilePurpose purpose, ChargingSchedule... schedules) {
        return new dev.roamlab.ocpp.messages.charging.ChargingProfile(
                7,
                2,
                purpose,
                ChargingProfileKind.RELATIVE,
                Optional.empty(),
                Optional.of(NOON),
                Optional.empty(),
                List.of(schedules),
                purpose == ChargingProfilePurpose.TX_PROFILE ? Optional.of("12") : Optional.empty());
    }

    private static ChargingSchedule amps(String limit) {
        return new ChargingSchedule(
                7,
                Optional.empty(),
                Optional.of(3600),
                ChargingRateUnit.A,
                List.of(new ChargingSchedulePeriod(0, new BigDecimal(limit), Optional.of(3), Optional.empty())),
                Optional.of(new BigDecimal("6")),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            value = ChargingProfilePurpose.class,
            names = "CHARGING_STATION_EXTERNAL_CONSTRAINTS",
            mode = EnumSource.Mode.EXCLUDE)
    void a_charging_profile_arrives_as_it_was_sent(ChargingProfilePurpose purpose) {
        var answer = new SetChargingProfileResponse(ChargingProfileStatus.ACCEPTED, Optional.empty());

        assertThat(exchange(new SetChargingProfileRequest(2, profile(purpose, amps("16.5"))), answer))
                .isEqualTo(answer);
    }

    @Test
    void a_profile_names_the_connector_and_uses_the_words_of_1_6() {
        ObjectNode payload = sent(
                        csms,
                        new SetChargingProfileRequest(
                                2, profile(ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE, amps("16.25"))))
                .payload();

        assertThat(payload.path("connectorId").intValue()).isEqualTo(3);
        assertThat(payload.at("/csChargingProfiles/chargingProfilePurpose").textValue())
                .isEqualTo("ChargePointMaxProfile");
        assertThat(payload.at("/csChargingProfiles/chargingSchedule/chargingSchedulePeriod/0/limit")
                        .decimalValue())
                .as("one decimal, and never more than was allowed")
                .isEqualByComparingTo("16.2");
    }

    @Test
    void what_1_6_cannot_say_of_a_profile_is_refused_by_name() {
        assertThatThrownBy(() -> csms.outgoing(new SetChargingProfileRequest(
                        1, profile(ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS, amps("6")))))
                .hasMessageContaining("ChargingStationExternalConstraints, OCPP 1.6 has no such purpose");
        assertThatThrownBy(() -> csms.outgoing(new SetChargingProfileRequest(
                        1, profile(ChargingProfilePurpose.TX_DEFAULT_PROFILE, amps("6"), amps("7")))))
                .hasMessageContaining("chargingProfile.chargingSchedule: 2, OCPP 1.6 has exactly one");
    }

    @Test
    void a_limit_with_two_decimals_breaks_the_rule() {
        ObjectNode payload = sent(
                        csms,
                        new SetChargingProfileRequest(
                                1, profile(ChargingProfilePurpose.TX_DEFAULT_PROFILE, amps("16"))))
                .payload();
        ((ObjectNode) payload.at("/csChargingProfiles/chargingSchedule/chargingSchedulePeriod/0"))
                .put("limit", new BigDecimal("7.25"));

        assertThatThrownBy(() -> station.incoming("SetChargingProfile", payload))
                .isInstanceOfSatisfying(OcppCallException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION);
                    assertThat(refused.description())
                            .contains("chargingSchedulePeriod[0]: limit: 7.25, at most one decimal");
                });
    }

    @Test
    void a_station_without_smart_charging_says_so_in_both_languages() {
        var unsupported = new SetChargingProfileResponse(
                ChargingProfileStatus.REJECTED, Optional.of(new StatusInfo("UnsupportedRequest", Optional.empty())));
        Outgoing.Sent<SetChargingProfileResponse> sent = sent(
                csms, new SetChargingProfileRequest(1, profile(ChargingProfilePurpose.TX_DEFAULT_PROFILE, amps("16"))));

        ObjectNode wire =
                station.incoming(sent.action(), sent.payload()).answer().apply(unsupported);

        assertThat(wire.path("status").textValue()).isEqualTo("NotSupported");
        assertThat(sent.answer().apply(wire)).isEqualTo(unsupported);
    }

    @Test
    void profiles_are_cleared_by_id_or_by_description() {
        var answer = new ClearChargingProfileResponse(ClearChargingProfileStatus.UNKNOWN, Optional.empty());

        exchange(new ClearChargingProfileRequest(Optional.of(7), Optional.empty()), answer);
        exchange(new ClearChargingProfileRequest(Optional.empty(), Optional.empty()), answer);
        exchange(
                new ClearChargingProfileRequest(
                        Optional.empty(),
                        Optional.of(new ClearChargingProfileCriteria(
                                Optional.of(2), Optional.of(ChargingProfilePurpose.TX_PROFILE), Optional.of(1)))),
                answer);
    }

    @Test
    void a_composite_schedule_comes_back_for_the_connector_that_was_asked_for() {
        var answer = new GetCompositeScheduleResponse(
                GenericStatus.ACCEPTED,
                Optional.empty(),
                Optional.of(new CompositeSchedule(
                        List.of(new ChargingSchedulePeriod(
                                0, new BigDecimal("11000"), Optional.of(3), Optional.empty())),
                        2,
                        3600,
                        NOON,
                        ChargingRateUnit.W)));

        assertThat(exchange(new GetCompositeScheduleRequest(3600, Optional.of(ChargingRateUnit.W), 2), answer))
                .isEqualTo(answer);
    }

    @Test
    void a_remote_start_carries_its_profile() {
        var free = new dev.roamlab.ocpp.messages.charging.ChargingProfile(
                7,
                0,
                ChargingProfilePurpose.TX_PROFILE,
                ChargingProfileKind.RELATIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(amps("16")),
                Optional.empty());
        var request = new RequestStartTransactionRequest(
                IdToken.of("DRIVER"), 1, Optional.of(Evse.of(2, 1)), Optional.empty(), Optional.of(free));

        assertThat(heard(station, sent(csms, request))).isEqualTo(request);
    }

    @Test
    void a_local_list_goes_over_with_what_is_to_be_removed() {
        var request = new SendLocalListRequest(
                List.of(
                        new AuthorizationData(
                                IdToken.of("IN"), Optional.of(IdTokenInfo.of(AuthorizationStatus.ACCEPTED))),
                        new AuthorizationData(IdToken.of("OUT"), Optional.empty())),
                4,
                UpdateType.DIFFERENTIAL);
        var unsupported = new SendLocalListResponse(
                SendLocalListStatus.FAILED, Optional.of(new StatusInfo("UnsupportedRequest", Optional.empty())));

        assertThat(exchange(request, unsupported)).isEqualTo(unsupported);
    }

    private static UpdateFirmwareRequest update(int requestId, Optional<String> signature) {
        return new UpdateFirmwareRequest(
                Optional.of(1),
                Optional.of(30),
                requestId,
                new Firmware("http://firmware/2", NOON, Optional.empty(), signature.map(s -> "PEM"), signature));
    }

    @Test
    void firmware_without_a_signature_goes_by_the_older_messages_and_its_reports_find_the_request() {
        Outgoing.Sent<UpdateFirmwareResponse> sent = sent(csms, update(41, Optional.empty()));
        UpdateFirmwareRequest asked = (UpdateFirmwareRequest) heard(station, sent);

        var report = sent(
                station,
                new FirmwareStatusNotificationRequest(
                        FirmwareStatus.INSTALL_VERIFICATION_FAILED, Optional.of(asked.requestId())));

        assertThat(sent.action()).isEqualTo("UpdateFirmware");
        assertThat(report.action()).isEqualTo("FirmwareStatusNotification");
        assertThat(heard(csms, report))
                .isEqualTo(new FirmwareStatusNotificationRequest(FirmwareStatus.INSTALLATION_FAILED, Optional.of(41)));
    }

    @ParameterizedTest
    @EnumSource(
            value = FirmwareStatus.class,
            names = {
                "DOWNLOAD_SCHEDULED",
                "DOWNLOAD_PAUSED",
                "INSTALL_REBOOTING",
                "INSTALL_SCHEDULED",
                "SIGNATURE_VERIFIED"
            })
    void a_stage_that_1_6_does_not_name_is_not_reported(FirmwareStatus status) {
        assertThat(station.outgoing(new FirmwareStatusNotificationRequest(status, Optional.of(1))))
                .isInstanceOf(Outgoing.Unsaid.class);
    }

    @Test
    void signed_firmware_goes_by_the_whitepapers_messages_until_the_next_request() {
        var sent = sent(csms, update(41, Optional.of("c2ln")));
        assertThat(heard(station, sent)).isEqualTo(update(41, Optional.of("c2ln")));
        var verified = new FirmwareStatusNotificationRequest(FirmwareStatus.SIGNATURE_VERIFIED, Optional.of(41));

        var report = sent(station, verified);

        assertThat(sent.action()).isEqualTo("SignedUpdateFirmware");
        assertThat(report.action()).isEqualTo("SignedFirmwareStatusNotification");
        assertThat(heard(csms, report)).isEqualTo(verified);
        heard(station, sent(csms, update(42, Optional.empty())));
        assertThat(station.outgoing(verified)).isInstanceOf(Outgoing.Unsaid.class);
    }

    @Test
    void firmware_with_half_a_signature_cannot_be_asked_for() {
        var half = new UpdateFirmwareRequest(
                Optional.empty(),
                Optional.empty(),
                1,
                new Firmware("http://f", NOON, Optional.empty(), Optional.empty(), Optional.of("c2ln")));

        assertThatThrownBy(() -> csms.outgoing(half)).hasMessageContaining("firmware.signingCertificate: missing");
    }

    @Test
    void a_station_that_will_not_update_answers_with_an_error_because_1_6_has_no_other_no() {
        Outgoing.Sent<UpdateFirmwareResponse> sent = sent(csms, update(41, Optional.empty()));
        var incoming = station.incoming(sent.action(), sent.payload());

        assertThatThrownBy(() -> incoming.answer()
                        .apply(new UpdateFirmwareResponse(
                                UpdateFirmwareStatus.REJECTED,
                                Optional.of(new StatusInfo("InvalidURL", Optional.of("ftp is not spoken here"))))))
                .isInstanceOf(OcppCallException.class)
                .hasMessageContaining("the station will not update: ftp is not spoken here");
    }

    private static GetLogRequest log(LogType type, int requestId) {
        return new GetLogRequest(
                new LogParameters("http://logs/", Optional.of(NOON), Optional.empty()),
                type,
                requestId,
                Optional.empty(),
                Optional.of(5));
    }

    @Test
    void the_diagnostics_log_goes_by_the_older_messages() {
        Outgoing.Sent<GetLogResponse> sent = sent(csms, log(LogType.DIAGNOSTICS_LOG, 77));
        var incoming = station.incoming(sent.action(), sent.payload());
        int counted = ((GetLogRequest) incoming.request()).requestId();

        var report = sent(
                station, new LogStatusNotificationRequest(UploadLogStatus.PERMISSION_DENIED, Optional.of(counted)));

        assertThat(sent.action()).isEqualTo("GetDiagnostics");
        assertThat(sent.answer()
                        .apply(incoming.answer()
                                .apply(new GetLogResponse(LogStatus.REJECTED, Optional.empty(), Optional.empty())))
                        .status())
                .isEqualTo(LogStatus.REJECTED);
        assertThat(report.action()).isEqualTo("DiagnosticsStatusNotification");
        assertThat(heard(csms, report))
                .isEqualTo(new LogStatusNotificationRequest(UploadLogStatus.UPLOAD_FAILURE, Optional.of(77)));
    }

    @Test
    void the_security_log_goes_by_the_whitepapers_messages() {
        var sent = sent(csms, log(LogType.SECURITY_LOG, 77));
        assertThat(heard(station, sent)).isEqualTo(log(LogType.SECURITY_LOG, 77));
        var denied = new LogStatusNotificationRequest(UploadLogStatus.PERMISSION_DENIED, Optional.of(77));

        var report = sent(station, denied);

        assertThat(sent.action()).isEqualTo("GetLog");
        assertThat(report.action()).isEqualTo("LogStatusNotification");
        assertThat(heard(csms, report)).isEqualTo(denied);
        assertThat(station.outgoing(
                        new LogStatusNotificationRequest(UploadLogStatus.ACCEPTED_CANCELED, Optional.of(77))))
                .isInstanceOf(Outgoing.Unsaid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "TriggerMessage,DiagnosticsStatusNotification,DiagnosticsStatusNotification",
        "ExtendedTriggerMessage,LogStatusNotification,LogStatusNotification"
    })
    void a_station_reports_in_the_words_in_which_it_was_asked(String action, String asked, String answered) {
        ObjectNode payload = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        payload.put("requestedMessage", asked);

        station.incoming(action, payload);

        assertThat(sent(station, new LogStatusNotificationRequest(UploadLogStatus.IDLE, Optional.empty()))
                        .action())
                .isEqualTo(answered);
    }

    @Test
    void a_certificate_is_asked_for_by_the_extended_trigger_and_nothing_of_iso_15118_at_all() {
        var sign = new TriggerMessageRequest(MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE, Optional.empty());
        var sent = sent(csms, sign);

        assertThat(sent.action()).isEqualTo("ExtendedTriggerMessage");
        assertThat(heard(station, sent)).isEqualTo(sign);
        assertThatThrownBy(() ->
                        csms.outgoing(new TriggerMessageRequest(MessageTrigger.SIGN_V2G_CERTIFICATE, Optional.empty())))
                .hasMessageContaining("OCPP 1.6 cannot ask for it");
        assertThatThrownBy(() ->
                        csms.outgoing(new InstallCertificateRequest(InstallCertificateUse.MO_ROOT_CERTIFICATE, "PEM")))
                .hasMessageContaining("OCPP 1.6 has no certificates of ISO 15118");
    }

    @Test
    void installed_certificates_are_told_one_kind_at_a_time() {
        var hash = new CertificateHashData(HashAlgorithm.SHA256, "aa", "bb", "1f");
        var answer = new GetInstalledCertificateIdsResponse(
                GetInstalledCertificateStatus.ACCEPTED,
                Optional.empty(),
                List.of(new CertificateHashDataChain(hash, GetCertificateIdUse.CSMS_ROOT_CERTIFICATE, List.of())));

        assertThat(exchange(
                        new GetInstalledCertificateIdsRequest(List.of(GetCertificateIdUse.CSMS_ROOT_CERTIFICATE)),
                        answer))
                .isEqualTo(answer);
        assertThatThrownBy(() -> csms.outgoing(new GetInstalledCertificateIdsRequest(List.of())))
                .hasMessageContaining("certificateType: 0 kinds, OCPP 1.6 asks for one at a time");
    }

    @Test
    void a_security_event_arrives_as_it_was_sent() {
        var event = new SecurityEventNotificationRequest("StartupOfTheDevice", NOON, Optional.of("power on"));

        assertThat(heard(csms, sent(station, event))).isEqualTo(event);
    }

    @Test
    void what_1_6_has_no_message_for_is_refused_by_name() {
        assertThatThrownBy(() -> csms.outgoing(new SetVariablesRequest(List.of())))
                .isInstanceOfSatisfying(
                        OcppCallException.class,
                        refused -> assertThat(refused.code()).isEqualTo(RpcErrorCode.NOT_SUPPORTED))
                .hasMessageContaining("SetVariables: OCPP 1.6 has no message for it");
    }
}
