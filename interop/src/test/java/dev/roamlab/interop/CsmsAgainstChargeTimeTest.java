package dev.roamlab.interop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.ClearCacheRequest;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GetConfigurationRequest;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.OperationalStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.UnlockConnectorRequest;
import dev.roamlab.ocpp.v16.DialectV16;
import eu.chargetime.ocpp.ClientEvents;
import eu.chargetime.ocpp.JSONClient;
import eu.chargetime.ocpp.feature.profile.ClientCoreEventHandler;
import eu.chargetime.ocpp.feature.profile.ClientCoreProfile;
import eu.chargetime.ocpp.feature.profile.ClientRemoteTriggerEventHandler;
import eu.chargetime.ocpp.feature.profile.ClientRemoteTriggerProfile;
import eu.chargetime.ocpp.model.Confirmation;
import eu.chargetime.ocpp.model.Request;
import eu.chargetime.ocpp.model.core.AuthorizeRequest;
import eu.chargetime.ocpp.model.core.BootNotificationConfirmation;
import eu.chargetime.ocpp.model.core.BootNotificationRequest;
import eu.chargetime.ocpp.model.core.ChargePointErrorCode;
import eu.chargetime.ocpp.model.core.ChargePointStatus;
import eu.chargetime.ocpp.model.core.HeartbeatRequest;
import eu.chargetime.ocpp.model.core.MeterValue;
import eu.chargetime.ocpp.model.core.MeterValuesRequest;
import eu.chargetime.ocpp.model.core.RegistrationStatus;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionRequest;
import eu.chargetime.ocpp.model.core.SampledValue;
import eu.chargetime.ocpp.model.core.StartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.StartTransactionRequest;
import eu.chargetime.ocpp.model.core.StatusNotificationRequest;
import eu.chargetime.ocpp.model.core.StopTransactionRequest;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Our central system and a charger on the ChargeTime library, in OCPP 1.6. */
class CsmsAgainstChargeTimeTest {
    private final ChargeTime heard = new ChargeTime();
    private final JSONClient charger =
            new JSONClient(new ClientCoreProfile(heard.handler(ClientCoreEventHandler.class)), OurCpo.STATION);

    @Test
    void a_charge_from_boot_to_the_end() throws Exception {
        try (OurCpo cpo = new OurCpo()) {
            connect(cpo.csmsUrl());

            var booted = (BootNotificationConfirmation) say(new BootNotificationRequest("Example", "Wall 7"));
            assertThat(booted.getStatus()).isEqualTo(RegistrationStatus.Accepted);
            assertThat(say(new HeartbeatRequest()).validate()).isTrue();
            assertThat(say(new StatusNotificationRequest(1, ChargePointErrorCode.NoError, ChargePointStatus.Preparing))
                            .validate())
                    .isTrue();
            assertThat(say(new AuthorizeRequest("CARD")).validate()).isTrue();
            var started = (StartTransactionConfirmation)
                    say(new StartTransactionRequest(1, "CARD", 100, ZonedDateTime.now()));
            assertThat(started.validate()).isTrue();
            MeterValuesRequest values = new MeterValuesRequest(1);
            values.setTransactionId(started.getTransactionId());
            values.setMeterValue(
                    new MeterValue[] {new MeterValue(ZonedDateTime.now(), new SampledValue[] {new SampledValue("150")})
                    });
            assertThat(say(values).validate()).isTrue();
            assertThat(say(new StopTransactionRequest(200, ZonedDateTime.now(), started.getTransactionId()))
                            .validate())
                    .isTrue();
            charger.disconnect();
        }
    }

    @Test
    void what_we_ask_is_understood() throws Exception {
        charger.addFeatureProfile(new ClientRemoteTriggerProfile(heard.handler(ClientRemoteTriggerEventHandler.class)));
        try (OurCsms csms = new OurCsms(new DialectV16())) {
            connect(csms.url());

            List<CsmsCall<?>> calls = List.of(
                    new GetConfigurationRequest(List.of("HeartbeatInterval")),
                    new ChangeAvailabilityRequest(OperationalStatus.OPERATIVE, Optional.empty()),
                    new ClearCacheRequest(),
                    new RequestStartTransactionRequest(IdToken.of("CARD"), 1, Optional.of(Evse.of(1, 1))),
                    new RequestStopTransactionRequest("7"),
                    new UnlockConnectorRequest(1, 1),
                    new TriggerMessageRequest(MessageTrigger.HEARTBEAT, Optional.empty()),
                    new ResetRequest(ResetType.ON_IDLE));
            for (CsmsCall<?> call : calls) {
                assertThat(csms.ask(OurCpo.STATION, call)).as(call.action()).isNotNull();
            }

            assertThat(heard.heard(RemoteStartTransactionRequest.class).getIdTag())
                    .isEqualTo("CARD");
            charger.disconnect();
        }
    }

    private void connect(String url) throws Exception {
        CompletableFuture<Boolean> open = new CompletableFuture<>();
        charger.connect(url, new ClientEvents() {
            @Override
            public void connectionOpened() {
                open.complete(true);
            }

            @Override
            public void connectionClosed() {}
        });
        open.get(20, SECONDS);
    }

    private Confirmation say(Request request) throws Exception {
        return charger.send(request).toCompletableFuture().get(20, SECONDS);
    }
}
