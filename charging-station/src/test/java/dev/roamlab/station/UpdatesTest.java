package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.firmware.Firmware;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatus;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareResponse;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareStatus;
import dev.roamlab.ocpp.messages.logs.GetLogRequest;
import dev.roamlab.ocpp.messages.logs.GetLogResponse;
import dev.roamlab.ocpp.messages.logs.LogParameters;
import dev.roamlab.ocpp.messages.logs.LogStatus;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.messages.logs.UploadLogStatus;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdatesTest {
    private static final String FILE = "http://files.example/post-5.0.1.bin";
    private final StationRig rig = StationRig.booted("post-22-twin", Idiom.V2_0_1);

    @Test
    void an_update_is_downloaded_installed_and_booted() {
        assertThat(update(FILE)).isEqualTo(UpdateFirmwareStatus.ACCEPTED);
        come();
        rig.sent(BootNotificationRequest.class);
        rig.pass(Duration.ofMinutes(2));

        assertThat(told())
                .containsExactly(
                        FirmwareStatus.DOWNLOADING,
                        FirmwareStatus.DOWNLOADED,
                        FirmwareStatus.INSTALLING,
                        FirmwareStatus.INSTALL_REBOOTING,
                        FirmwareStatus.INSTALLED);
        BootNotificationRequest boot = rig.sent(BootNotificationRequest.class).get(0);
        assertThat(boot.reason().name()).isEqualTo("FIRMWARE_UPDATE");
        assertThat(boot.chargingStation().firmwareVersion()).contains("5.0.1");
    }

    @Test
    void an_update_waits_for_its_dates_and_for_the_last_car() {
        rig.ask(new UpdateFirmwareRequest(
                Optional.empty(),
                Optional.empty(),
                9,
                new Firmware(
                        FILE,
                        rig.now.plusSeconds(600),
                        Optional.of(rig.now.plusSeconds(1200)),
                        Optional.empty(),
                        Optional.empty())));
        assertThat(told()).containsExactly(FirmwareStatus.DOWNLOAD_SCHEDULED);
        rig.pass(Duration.ofSeconds(601));
        assertThat(told()).containsExactly(FirmwareStatus.DOWNLOADING);
        come();
        assertThat(told()).containsExactly(FirmwareStatus.DOWNLOADED, FirmwareStatus.INSTALL_SCHEDULED);
        charge(1);
        rig.pass(Duration.ofSeconds(700));
        assertThat(told()).isEmpty();
        assertThat(rig.heard()).contains("2.1 UNAVAILABLE");

        rig.happen(new StationEvent.Unplugged(1));

        assertThat(told()).containsExactly(FirmwareStatus.INSTALLING);
    }

    @Test
    void a_download_is_tried_again_and_then_given_up() {
        rig.ask(new UpdateFirmwareRequest(Optional.of(1), Optional.of(60), 1, firmware(FILE)));
        fail(TransferFailure.UNREACHABLE);
        assertThat(told()).containsExactly(FirmwareStatus.DOWNLOADING);

        rig.pass(Duration.ofSeconds(61));
        assertThat(rig.orders).hasSize(2);
        fail(TransferFailure.UNREACHABLE);

        assertThat(told()).containsExactly(FirmwareStatus.DOWNLOAD_FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWNLOAD_FAILS,     DOWNLOAD_FAILED",
        "INSTALLATION_FAILS, INSTALLATION_FAILED",
        "VERIFICATION_FAILS, INSTALL_VERIFICATION_FAILED"
    })
    void faults_end_an_update_each_in_its_own_way_and_the_old_version_stays(UpdateFault fault, FirmwareStatus end) {
        rig.happen(new StationEvent.UpdateFaultSet(Optional.of(fault)));
        rig.ask(new UpdateFirmwareRequest(Optional.of(0), Optional.empty(), 1, firmware(FILE)));
        if (!rig.orders.isEmpty()) {
            come();
        }
        rig.pass(Duration.ofMinutes(2));

        assertThat(told()).endsWith(end);
        assertThat(rig.state.device().installed()).isEmpty();
    }

    @Test
    void a_file_that_cannot_come_by_http_is_refused() {
        assertThat(update("ftp://files.example/x.bin")).isEqualTo(UpdateFirmwareStatus.REJECTED);
        assertThat(update("sftp://files.example/x.bin")).isEqualTo(UpdateFirmwareStatus.REJECTED);
        assertThat(update("no url at all")).isEqualTo(UpdateFirmwareStatus.REJECTED);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_certificate_that_is_none_is_refused() {
        var answer = (UpdateFirmwareResponse) rig.ask(new UpdateFirmwareRequest(
                Optional.empty(),
                Optional.empty(),
                1,
                new Firmware(FILE, rig.now, Optional.empty(), Optional.of("not a certificate"), Optional.of("c2ln"))));

        assertThat(answer.status()).isEqualTo(UpdateFirmwareStatus.INVALID_CERTIFICATE);
    }

    @Test
    void a_new_order_takes_the_place_of_one_that_is_not_being_installed_yet() {
        update(FILE);
        assertThat(update(FILE)).isEqualTo(UpdateFirmwareStatus.ACCEPTED_CANCELED);
        assertThat(rig.orders).anyMatch(HostOrder.Cancel.class::isInstance);
        come();
        assertThat(update(FILE)).isEqualTo(UpdateFirmwareStatus.REJECTED);
    }

    @Test
    void a_download_cut_off_by_the_mains_begins_anew() {
        update(FILE);
        rig.happen(new StationEvent.PowerLost());
        rig.happen(new StationEvent.PowerRestored());
        rig.pass(Duration.ofSeconds(30));
        come();
        rig.pass(Duration.ofMinutes(2));

        assertThat(told()).endsWith(FirmwareStatus.INSTALLED);
    }

    @Test
    void the_status_of_an_update_can_be_asked_for() {
        trigger(MessageTrigger.FIRMWARE_STATUS_NOTIFICATION);
        assertThat(told()).containsExactly(FirmwareStatus.IDLE);

        rig.happen(new StationEvent.UpdateFaultSet(Optional.of(UpdateFault.INSTALLATION_FAILS)));
        update(FILE);
        come();
        rig.pass(Duration.ofMinutes(1));
        told();
        trigger(MessageTrigger.FIRMWARE_STATUS_NOTIFICATION);
        assertThat(told()).containsExactly(FirmwareStatus.INSTALLATION_FAILED);
    }

    @Test
    void a_log_goes_out_under_the_name_that_was_answered() {
        GetLogResponse answer = log("http://files.example/logs/");

        assertThat(answer.status()).isEqualTo(LogStatus.ACCEPTED);
        HostOrder.Upload order = (HostOrder.Upload) rig.orders.get(0);
        assertThat(answer.filename()).contains(order.fileName());
        rig.happen(new StationEvent.Uploaded(order.ref()));
        assertThat(uploads()).containsExactly(UploadLogStatus.UPLOADING, UploadLogStatus.UPLOADED);
        trigger(MessageTrigger.LOG_STATUS_NOTIFICATION);
        assertThat(uploads()).containsExactly(UploadLogStatus.IDLE);
    }

    @ParameterizedTest
    @CsvSource({
        "DENIED,        PERMISSION_DENIED",
        "REFUSED,       BAD_MESSAGE",
        "UNSUPPORTED,   NOT_SUPPORTED_OPERATION"
    })
    void what_the_server_says_against_a_log_is_final(TransferFailure why, UploadLogStatus status) {
        log("http://files.example/logs/");

        fail(why);

        assertThat(uploads()).containsExactly(UploadLogStatus.UPLOADING, status);
    }

    @Test
    void a_server_that_is_not_there_is_tried_again() {
        log("http://files.example/logs/");
        for (int i = 0; i < 3; i++) {
            fail(TransferFailure.UNREACHABLE);
            rig.pass(Duration.ofSeconds(31));
        }

        assertThat(uploads()).containsExactly(UploadLogStatus.UPLOADING, UploadLogStatus.UPLOAD_FAILURE);
        assertThat(rig.orders).hasSize(3);
    }

    @Test
    void a_second_log_cancels_the_first_and_one_without_a_place_is_refused() {
        log("http://files.example/logs/");

        assertThat(log("http://files.example/logs/").status()).isEqualTo(LogStatus.ACCEPTED_CANCELED);
        assertThat(uploads())
                .containsExactly(
                        UploadLogStatus.UPLOADING, UploadLogStatus.ACCEPTED_CANCELED, UploadLogStatus.UPLOADING);
        assertThat(log("ftp://files.example/logs/").status()).isEqualTo(LogStatus.REJECTED);
    }

    private UpdateFirmwareStatus update(String location) {
        return ((UpdateFirmwareResponse)
                        rig.ask(new UpdateFirmwareRequest(Optional.empty(), Optional.empty(), 1, firmware(location))))
                .status();
    }

    private Firmware firmware(String location) {
        return new Firmware(location, Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private GetLogResponse log(String location) {
        return (GetLogResponse) rig.ask(new GetLogRequest(
                new LogParameters(location, Optional.empty(), Optional.empty()),
                LogType.DIAGNOSTICS_LOG,
                4,
                Optional.of(2),
                Optional.of(30)));
    }

    private void come() {
        rig.happen(new StationEvent.Downloaded(lastOrder(), 10, "00", Optional.empty(), Optional.empty()));
    }

    private void fail(TransferFailure why) {
        rig.happen(new StationEvent.TransferFailed(lastOrder(), why));
    }

    private long lastOrder() {
        return rig.orders.get(rig.orders.size() - 1).ref();
    }

    private void charge(int connector) {
        rig.happen(new StationEvent.PluggedIn(connector, Cars.all().get(0).at(20)));
        rig.happen(new StationEvent.TokenPresented(Optional.of(connector), IdToken.of("ANNA")));
    }

    private void trigger(MessageTrigger what) {
        rig.ask(new TriggerMessageRequest(what, Optional.empty()));
    }

    private List<FirmwareStatus> told() {
        return rig.sent(FirmwareStatusNotificationRequest.class).stream()
                .map(FirmwareStatusNotificationRequest::status)
                .toList();
    }

    private List<UploadLogStatus> uploads() {
        return rig.sent(LogStatusNotificationRequest.class).stream()
                .map(LogStatusNotificationRequest::status)
                .toList();
    }
}
