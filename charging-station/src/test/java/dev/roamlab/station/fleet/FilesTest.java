package dev.roamlab.station.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.Firmware;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatus;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareRequest;
import dev.roamlab.ocpp.messages.logs.GetLogRequest;
import dev.roamlab.ocpp.messages.logs.GetLogResponse;
import dev.roamlab.ocpp.messages.logs.LogParameters;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.messages.logs.UploadLogStatus;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Firmware and logs that really travel. */
class FilesTest {
    private final SteppedClock clock = new SteppedClock(Instant.parse("2027-03-01T08:00:00Z"), SteppedClock.MAX_SPEED);
    private final ExchangeLog log = new ExchangeLog(clock);
    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> received = new ConcurrentHashMap<>();
    private TinyCsms csms;
    private Fleet fleet;
    private HttpServer files;

    @BeforeEach
    void start() throws Exception {
        csms = new TinyCsms(vertx, clock, log);
        fleet = Fleet.deploy(vertx, clock, log, Ids.seeded(1, "fleet"), csms.url())
                .await(10, TimeUnit.SECONDS);
        files = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .await(10, TimeUnit.SECONDS);
        StationSpec spec = StationSpec.of(StationModels.shipped().named("post-22-twin"), "CP-1", 1);
        fleet.add(spec).connect().await(5, TimeUnit.SECONDS);
        clock.await(() -> !csms.calls(BootNotificationRequest.class).isEmpty(), Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() throws Exception {
        fleet.close().await(10, TimeUnit.SECONDS);
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void new_firmware_is_fetched_installed_and_told_at_the_next_boot() throws Exception {
        update("/post-5.2.0.bin");
        clock.await(() -> csms.calls(BootNotificationRequest.class).size() == 2, Duration.ofMinutes(5));
        clock.pass(Duration.ofMinutes(1));

        assertThat(csms.calls(FirmwareStatusNotificationRequest.class))
                .extracting(FirmwareStatusNotificationRequest::status)
                .containsExactly(
                        FirmwareStatus.DOWNLOADING,
                        FirmwareStatus.DOWNLOADED,
                        FirmwareStatus.INSTALLING,
                        FirmwareStatus.INSTALLED);
        assertThat(csms.calls(BootNotificationRequest.class)
                        .get(1)
                        .chargingStation()
                        .firmwareVersion())
                .contains("5.2.0");
    }

    @Test
    void firmware_that_is_not_there_is_given_up_after_the_last_attempt() throws Exception {
        update("/nothing-here.bin");
        clock.pass(Duration.ofMinutes(5));

        assertThat(csms.calls(FirmwareStatusNotificationRequest.class))
                .extracting(FirmwareStatusNotificationRequest::status)
                .containsExactly(FirmwareStatus.DOWNLOADING, FirmwareStatus.DOWNLOAD_FAILED);
    }

    @Test
    void the_log_arrives_under_its_name_with_what_the_station_has_said() throws Exception {
        GetLogResponse answer = askForLog("/logs/");
        clock.pass(Duration.ofSeconds(10));

        String path = "PUT /logs/" + answer.filename().orElseThrow();
        assertThat(received).containsOnlyKeys(path);
        assertThat(received.get(path)).contains("log of CP-1", "> BootNotification", "< GetLog");
        assertThat(csms.calls(LogStatusNotificationRequest.class))
                .extracting(LogStatusNotificationRequest::status)
                .containsExactly(UploadLogStatus.UPLOADING, UploadLogStatus.UPLOADED);
    }

    /** 1.6 has one word for all failures. */
    @ParameterizedTest
    @CsvSource({"/denied/, UPLOAD_FAILURE", "/post-only/, UPLOADED"})
    void a_server_that_wants_something_else_is_understood(String place, UploadLogStatus end) throws Exception {
        askForLog(place);
        clock.pass(Duration.ofSeconds(10));

        assertThat(csms.calls(LogStatusNotificationRequest.class))
                .extracting(LogStatusNotificationRequest::status)
                .containsExactly(UploadLogStatus.UPLOADING, end);
    }

    private void update(String path) throws Exception {
        csms.ask(
                "CP-1",
                new UpdateFirmwareRequest(
                        Optional.of(1),
                        Optional.of(20),
                        1,
                        new Firmware(url(path), Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private GetLogResponse askForLog(String path) throws Exception {
        return csms.ask(
                "CP-1",
                new GetLogRequest(
                        new LogParameters(url(path), Optional.empty(), Optional.empty()),
                        LogType.DIAGNOSTICS_LOG,
                        7,
                        Optional.of(0),
                        Optional.empty()));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + files.actualPort() + path;
    }

    private void serve(HttpServerRequest request) {
        boolean post = request.method() == HttpMethod.POST;
        if (request.path().startsWith("/post-5")) {
            request.response().end("new firmware");
        } else if (request.path().startsWith("/denied/")) {
            request.response().setStatusCode(403).end();
        } else if (request.path().startsWith("/post-only/") && !post) {
            request.response().setStatusCode(405).end();
        } else if (request.method() == HttpMethod.GET) {
            request.response().setStatusCode(404).end();
        } else {
            request.body().onSuccess(body -> {
                received.put(request.method() + " " + request.path(), body.toString());
                request.response().setStatusCode(201).end();
            });
        }
    }
}
