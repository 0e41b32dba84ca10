package dev.roamlab.interop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.station.physics.Cars;
import eu.chargetime.ocpp.JSONServer;
import eu.chargetime.ocpp.ServerEvents;
import eu.chargetime.ocpp.feature.profile.ServerCoreEventHandler;
import eu.chargetime.ocpp.feature.profile.ServerCoreProfile;
import eu.chargetime.ocpp.feature.profile.ServerRemoteTriggerProfile;
import eu.chargetime.ocpp.feature.profile.ServerReservationProfile;
import eu.chargetime.ocpp.feature.profile.ServerSmartChargingProfile;
import eu.chargetime.ocpp.model.Confirmation;
import eu.chargetime.ocpp.model.Request;
import eu.chargetime.ocpp.model.SessionInformation;
import eu.chargetime.ocpp.model.core.AuthorizeRequest;
import eu.chargetime.ocpp.model.core.AvailabilityType;
import eu.chargetime.ocpp.model.core.BootNotificationRequest;
import eu.chargetime.ocpp.model.core.ChangeAvailabilityRequest;
import eu.chargetime.ocpp.model.core.ChangeConfigurationRequest;
import eu.chargetime.ocpp.model.core.ClearCacheRequest;
import eu.chargetime.ocpp.model.core.GetConfigurationConfirmation;
import eu.chargetime.ocpp.model.core.GetConfigurationRequest;
import eu.chargetime.ocpp.model.core.MeterValuesRequest;
import eu.chargetime.ocpp.model.core.RemoteStartStopStatus;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionRequest;
import eu.chargetime.ocpp.model.core.RemoteStopTransactionRequest;
import eu.chargetime.ocpp.model.core.ResetRequest;
import eu.chargetime.ocpp.model.core.ResetType;
import eu.chargetime.ocpp.model.core.StartTransactionRequest;
import eu.chargetime.ocpp.model.core.StatusNotificationRequest;
import eu.chargetime.ocpp.model.core.StopTransactionRequest;
import eu.chargetime.ocpp.model.core.UnlockConnectorRequest;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageRequest;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageRequestType;
import eu.chargetime.ocpp.model.reservation.ReserveNowRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our charger and a central system on the ChargeTime library, in OCPP 1.6. */
class ChargerAgainstChargeTimeTest {
    private static final double SPEED = 30;

    private final ChargeTime heard = new ChargeTime();
    private final CompletableFuture<UUID> session = new CompletableFuture<>();
    private final JSONServer server =
            new JSONServer(new ServerCoreProfile(heard.handler(ServerCoreEventHandler.class)));
    private int port;

    @BeforeEach
    void listen() throws Exception {
        // The library does not tell which port it was given.
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server.addFeatureProfile(new ServerRemoteTriggerProfile());
        server.addFeatureProfile(new ServerReservationProfile());
        server.addFeatureProfile(new ServerSmartChargingProfile());
        server.open("127.0.0.1", port, new ServerEvents() {
            @Override
            public void authenticateSession(SessionInformation information, String user, byte[] password) {}

            @Override
            public void newSession(UUID id, SessionInformation information) {
                session.complete(id);
            }

            @Override
            public void lostSession(UUID id) {}
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void from_boot_to_the_end_of_a_charge() throws Exception {
        try (OurCharger charger = charger()) {
            assertThat(heard.heard(BootNotificationRequest.class).validate()).isTrue();
            assertThat(heard.heard(StatusNotificationRequest.class).validate()).isTrue();
            charger.station.plugIn(1, Cars.named("finch-52").at(30)).await(5, SECONDS);
            charger.station.present(1, IdToken.of("CARD")).await(5, SECONDS);

            assertThat(heard.heard(AuthorizeRequest.class).getIdTag()).isEqualTo("CARD");
            assertThat(heard.heard(StartTransactionRequest.class).validate()).isTrue();
            assertThat(heard.heard(MeterValuesRequest.class).validate()).isTrue();
            charger.station.present(1, IdToken.of("CARD")).await(5, SECONDS);

            assertThat(heard.heard(StopTransactionRequest.class).getTransactionId())
                    .isEqualTo(1);
        }
    }

    @Test
    void what_the_central_system_asks_is_answered() throws Exception {
        try (OurCharger charger = charger()) {
            heard.heard(StatusNotificationRequest.class);
            charger.station.plugIn(1, Cars.named("finch-52").at(30)).await(5, SECONDS);
            RemoteStartTransactionRequest start = new RemoteStartTransactionRequest("CARD");
            start.setConnectorId(1);

            assertThat(((RemoteStartTransactionConfirmation) ask(start)).getStatus())
                    .isEqualTo(RemoteStartStopStatus.Accepted);
            heard.heard(StartTransactionRequest.class);
            assertThat(((GetConfigurationConfirmation) ask(new GetConfigurationRequest())).getConfigurationKey())
                    .isNotEmpty();
            for (Request request : new Request[] {
                new ChangeConfigurationRequest("HeartbeatInterval", "600"),
                new ChangeAvailabilityRequest(2, AvailabilityType.Inoperative),
                new ChangeAvailabilityRequest(2, AvailabilityType.Operative),
                new ClearCacheRequest(),
                new TriggerMessageRequest(TriggerMessageRequestType.Heartbeat),
                new ReserveNowRequest(2, ZonedDateTime.now().plusHours(1), "CARD", 5),
                new RemoteStopTransactionRequest(1),
                new UnlockConnectorRequest(1),
                new ResetRequest(ResetType.Soft),
            }) {
                assertThat(ask(request).validate()).as(request.toString()).isTrue();
            }
            heard.heard(BootNotificationRequest.class);
        }
    }

    private OurCharger charger() throws Exception {
        return new OurCharger("ws://127.0.0.1:" + port + "/ocpp", new DialectV16(), "post-22-twin", SPEED);
    }

    private Confirmation ask(Request request) throws Exception {
        return server.send(session.get(20, SECONDS), request)
                .toCompletableFuture()
                .get(20, SECONDS);
    }
}
