package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.MessageContent;
import dev.roamlab.ocpp.messages.MessageFormat;
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.display.MessageInfo;
import dev.roamlab.ocpp.messages.display.MessagePriority;
import dev.roamlab.ocpp.messages.display.SetDisplayMessageRequest;
import dev.roamlab.ocpp.messages.firmware.Firmware;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareRequest;
import dev.roamlab.ocpp.messages.lists.AuthorizationData;
import dev.roamlab.ocpp.messages.lists.SendLocalListRequest;
import dev.roamlab.ocpp.messages.lists.UpdateType;
import dev.roamlab.ocpp.messages.logs.GetLogRequest;
import dev.roamlab.ocpp.messages.logs.LogParameters;
import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.messages.monitoring.MonitorType;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringData;
import dev.roamlab.ocpp.messages.monitoring.SetVariableMonitoringRequest;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.GetBaseReportRequest;
import dev.roamlab.ocpp.messages.variables.ReportBase;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.ocpp.payload.Payloads;
import dev.roamlab.station.physics.Cars;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever is asked of a device while anything happens to it: it copes, and what it says is what 2.0.1 allows. */
class AnythingCanBeAskedTest {

    @RepeatedTest(150)
    void a_device_copes_and_comes_to_rest(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StationRig rig = StationRig.booted("dc-300kw", Idiom.V2_0_1);

        for (int i = 0; i < 120; i++) {
            rig.answering = random.nextInt(6) != 0;
            if (random.nextBoolean()) {
                rig.ask(request(rig, random));
            } else {
                rig.happen(event(rig, random));
            }
            rig.pass(Duration.ofMillis(random.nextInt(120_000)));
        }
        rig.answering = true;
        rig.happen(new StationEvent.PowerRestored());
        rig.happen(new StationEvent.NetworkRestored());
        rig.happen(new StationEvent.UpdateFaultSet(Optional.empty()));
        for (int i = 0; i < 5; i++) {
            settleTransfers(rig);
            rig.happen(new StationEvent.Unplugged(1));
            rig.happen(new StationEvent.Unplugged(2));
            rig.pass(Duration.ofMinutes(30));
        }

        assertThat(rig.state.device().firmware().filter(update -> !update.finished()))
                .isEmpty();
        assertThat(rig.state.device().upload().filter(upload -> !upload.finished()))
                .isEmpty();
        assertThat(rig.state.device().resetsWhenIdle()).isEmpty();
        for (StationCall<?> call : rig.sent) {
            if (call.getClass().getPackageName().matches(".*(variables|monitoring|firmware|logs|display)")) {
                Payloads.write(call.action(), (Record) call);
            }
        }
    }

    /** The host does what it was told last. */
    private static void settleTransfers(StationRig rig) {
        rig.state.device().firmware().flatMap(FirmwareUpdate::order).ifPresent(ref -> rig.happen(downloaded(ref)));
        rig.state
                .device()
                .upload()
                .flatMap(LogUpload::order)
                .ifPresent(ref -> rig.happen(new StationEvent.Uploaded(ref)));
    }

    private static StationEvent downloaded(long ref) {
        return new StationEvent.Downloaded(ref, 1, "00", Optional.of("9.9"), Optional.empty());
    }

    private static StationEvent event(StationRig rig, Random random) {
        int connector = 1 + random.nextInt(2);
        long ref = rig.orders.isEmpty()
                ? 0
                : rig.orders.get(random.nextInt(rig.orders.size())).ref();
        return switch (random.nextInt(14)) {
            case 0, 1 ->
                new StationEvent.PluggedIn(connector, Cars.named("finch-52").at(random.nextInt(90)));
            case 2 -> new StationEvent.Unplugged(connector);
            case 3 -> new StationEvent.TokenPresented(Optional.of(connector), IdToken.of("T" + random.nextInt(3)));
            case 4 -> new StationEvent.FaultDetected(random.nextInt(3), ErrorCode.GROUND_FAILURE);
            case 5 -> new StationEvent.FaultCleared(random.nextInt(3));
            case 6 -> new StationEvent.PowerLost();
            case 7, 8 -> new StationEvent.PowerRestored();
            case 9 -> random.nextBoolean() ? new StationEvent.NetworkLost() : new StationEvent.NetworkRestored();
            case 10 -> downloaded(ref);
            case 11 -> new StationEvent.Uploaded(ref);
            case 12 -> new StationEvent.TransferFailed(ref, TransferFailure.values()[random.nextInt(5)]);
            default ->
                new StationEvent.UpdateFaultSet(
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(UpdateFault.values()[random.nextInt(UpdateFault.values().length)]));
        };
    }

    private static CsmsCall<?> request(StationRig rig, Random random) {
        Optional<Integer> evse = random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(2));
        return switch (random.nextInt(8)) {
            case 0 ->
                new UpdateFirmwareRequest(
                        Optional.of(random.nextInt(3)),
                        Optional.of(30),
                        random.nextInt(100),
                        new Firmware(
                                "http://files.example/x",
                                rig.now.plusSeconds(random.nextInt(200) - 100),
                                Optional.of(rig.now.plusSeconds(random.nextInt(400))),
                                Optional.empty(),
                                Optional.empty()));
            case 1 ->
                new GetLogRequest(
                        new LogParameters("http://files.example/", Optional.empty(), Optional.empty()),
                        LogType.DIAGNOSTICS_LOG,
                        random.nextInt(100),
                        Optional.of(random.nextInt(3)),
                        Optional.of(30));
            case 2 -> new ResetRequest(random.nextBoolean() ? ResetType.IMMEDIATE : ResetType.ON_IDLE, evse);
            case 3 -> new GetBaseReportRequest(random.nextInt(100), ReportBase.values()[random.nextInt(3)]);
            case 4 -> monitor(random);
            case 5 ->
                new SendLocalListRequest(
                        List.of(new AuthorizationData(
                                IdToken.of("T" + random.nextInt(3)),
                                Optional.of(IdTokenInfo.of(AuthorizationStatus.ACCEPTED)))),
                        random.nextInt(20),
                        UpdateType.values()[random.nextInt(2)]);
            case 6 -> display(rig, random);
            default ->
                new TriggerMessageRequest(
                        MessageTrigger.values()[random.nextInt(MessageTrigger.values().length)], Optional.empty());
        };
    }

    private static CsmsCall<?> monitor(Random random) {
        return new SetVariableMonitoringRequest(List.of(new SetMonitoringData(
                Optional.empty(),
                Optional.of(random.nextBoolean()),
                BigDecimal.valueOf(60 + random.nextInt(5_000)),
                MonitorType.values()[random.nextInt(MonitorType.values().length)],
                random.nextInt(10),
                new Component(Optional.of(Evse.of(1 + random.nextInt(2))), "EVSE", Optional.empty()),
                new Variable(random.nextBoolean() ? "Power" : "StateOfCharge", Optional.empty()))));
    }

    private static CsmsCall<?> display(StationRig rig, Random random) {
        return new SetDisplayMessageRequest(new MessageInfo(
                Optional.empty(),
                random.nextInt(5),
                MessagePriority.values()[random.nextInt(3)],
                Optional.empty(),
                Optional.empty(),
                Optional.of(rig.now.plusSeconds(random.nextInt(900))),
                Optional.empty(),
                new MessageContent(MessageFormat.UTF8, Optional.empty(), "hello")));
    }
}
