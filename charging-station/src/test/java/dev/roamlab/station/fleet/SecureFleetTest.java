package dev.roamlab.station.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpp.link.Admission;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.CsmsHandler;
import dev.roamlab.ocpp.link.Handshake;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.link.OcppServer;
import dev.roamlab.ocpp.link.StationConnection;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.ChangeConfigurationStatus;
import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.security.CertificateSignedRequest;
import dev.roamlab.ocpp.messages.security.CertificateSignedStatus;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationRequest;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationResponse;
import dev.roamlab.ocpp.messages.security.SignCertificateRequest;
import dev.roamlab.ocpp.messages.security.SignCertificateResponse;
import dev.roamlab.ocpp.security.CsmsSecurity;
import dev.roamlab.ocpp.security.KeyFolder;
import dev.roamlab.ocpp.security.Pem;
import dev.roamlab.ocpp.security.SecurityProfile;
import dev.roamlab.ocpp.security.StationSecurity;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station climbs from profile 2 to profile 3, over real sockets: it asks for a certificate, and comes back with it. */
class SecureFleetTest {
    private static final String PASSWORD = "correct-horse-battery";
    private static final int FAST = 20;

    @TempDir
    Path keys;

    private final Vertx vertx = Vertx.vertx();
    private final RealClock clock = new RealClock(FAST);
    private final ExchangeLog log = new ExchangeLog(clock);
    private final Csms csms = new Csms();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
        clock.close();
    }

    @Test
    void a_station_climbs_from_a_password_to_a_certificate_that_its_csms_has_signed() throws Exception {
        int port = open();
        var security = StationSecurity.NONE
                .withPassword(Optional.of(PASSWORD))
                .withKeys(Optional.of(keys))
                .withProfile(SecurityProfile.TLS_BASIC);
        String url = "wss://127.0.0.1:" + port + "/ocpp";
        Fleet fleet = await(Fleet.deploy(vertx, clock, log, Ids.seeded(1, "fleet"), url));
        fleet.add(
                        StationSpec.of(StationModels.shipped().named("post-22-twin"), "CP-1", 1),
                        new Destination(url, security.password(), security.profile(), security.open(clock), List.of()),
                        "")
                .connect();
        Handshake first = next(csms.handshakes);
        StationConnection connection = next(csms.booted);

        await(connection.call(
                new TriggerMessageRequest(MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE, Optional.empty())));
        String csr = next(csms.requests).csr();
        var certificate = KeyFolder.open(keys, clock).authority().sign(csr, "CP-1", clock.instant());
        var taken = await(connection.call(new CertificateSignedRequest(Pem.of(certificate), Optional.empty())));
        var climbed = await(connection.call(new ChangeConfigurationRequest("SecurityProfile", "3")));
        Handshake second = next(csms.handshakes);

        assertThat(first.password()).contains(PASSWORD);
        assertThat(first.certificateName()).isEmpty();
        assertThat(taken.status()).isEqualTo(CertificateSignedStatus.ACCEPTED);
        assertThat(climbed.status()).isEqualTo(ChangeConfigurationStatus.ACCEPTED);
        assertThat(second.certificateName()).contains("CP-1");
        assertThat(csms.events).contains("StartupOfTheDevice", "ReconfigurationOfSecurityParameters");
    }

    /** A port that takes either, as a CSMS does while its stations climb. */
    private int open() throws Exception {
        LinkSettings settings = LinkSettings.of(vertx, clock, log, Ids.seeded(2, "csms"), List.of(new DialectV16()));
        var security = CsmsSecurity.NONE.withKeys(Optional.of(keys)).withProfile(SecurityProfile.MUTUAL_TLS);
        HttpServerOptions options =
                await(security.configure(OcppServer.configure(new HttpServerOptions(), settings), vertx, clock));
        HttpServer http = vertx.createHttpServer(options.setClientAuth(ClientAuth.REQUEST));
        new OcppServer(settings, () -> 1, csms).attach(http);
        return await(http.listen(0, "127.0.0.1")).actualPort();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.await(20, TimeUnit.SECONDS);
    }

    private static <T> T next(BlockingQueue<T> queue) throws Exception {
        T found = queue.poll(20, TimeUnit.SECONDS);
        if (found == null) {
            throw new AssertionError("nothing came for 20 s");
        }
        return found;
    }

    private final class Csms implements CsmsHandler {
        final BlockingQueue<Handshake> handshakes = new LinkedBlockingQueue<>();
        final BlockingQueue<StationConnection> booted = new LinkedBlockingQueue<>();
        final BlockingQueue<SignCertificateRequest> requests = new LinkedBlockingQueue<>();
        final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        @Override
        public Future<Admission> admit(Handshake handshake) {
            handshakes.add(handshake);
            return Future.succeededFuture(Admission.accepted());
        }

        @Override
        public void opened(StationConnection connection) {}

        @Override
        public Future<? extends Response> on(StationConnection connection, StationCall<?> call) {
            if (call instanceof BootNotificationRequest) {
                booted.add(connection);
                return Future.succeededFuture(
                        new BootNotificationResponse(clock.instant(), 300, RegistrationStatus.ACCEPTED));
            } else if (call instanceof SignCertificateRequest request) {
                requests.add(request);
                return Future.succeededFuture(new SignCertificateResponse(GenericStatus.ACCEPTED, Optional.empty()));
            } else if (call instanceof SecurityEventNotificationRequest event) {
                events.add(event.type());
                return Future.succeededFuture(new SecurityEventNotificationResponse());
            } else if (call instanceof StatusNotificationRequest) {
                return Future.succeededFuture(new StatusNotificationResponse());
            }
            return Future.succeededFuture(new HeartbeatResponse(clock.instant()));
        }

        @Override
        public void closed(StationConnection connection, Close close) {}
    }
}
