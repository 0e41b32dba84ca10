package dev.roamlab.station;

import dev.roamlab.ocpp.messages.charging.ChargingNeeds;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.DcChargingParameters;
import dev.roamlab.ocpp.messages.charging.EnergyTransferMode;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingNeedsRequest;
import dev.roamlab.ocpp.messages.charging.NotifyEVChargingScheduleRequest;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.models.ConnectorType;
import dev.roamlab.station.physics.Car;
import dev.roamlab.station.physics.CarModel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What cars that speak ISO 15118 say over the cable of a DC station. Spec: OCPP 2.0.1, K15 to K17. */
final class CarTalk {
    private static final Set<ConnectorType> TALKING =
            EnumSet.of(ConnectorType.IEC_62196_T1_COMBO, ConnectorType.IEC_62196_T2_COMBO);
    /** From this on, a battery takes less and less; per cent. */
    private static final int BULK = 80;

    private CarTalk() {}

    /** A car tells what it needs, as soon as it may charge. */
    static void begin(Turn turn, ConnectorState connector) {
        if (talks(connector)) {
            Car car = connector.plug().orElseThrow().car();
            ChargingNeeds needs = new ChargingNeeds(
                    Optional.empty(), Optional.of(parameters(car)), EnergyTransferMode.DC, Optional.empty());
            turn.say(new Entry(
                    new NotifyEVChargingNeedsRequest(Optional.empty(), needs, connector.evse()),
                    false,
                    connector.number()));
        }
    }

    /** The CSMS has made a schedule: the car plans to use all that it may. */
    static void follow(Turn turn, int evse, ChargingProfile profile) {
        Optional<ConnectorState> connector = SmartCharging.inUse(turn.state(), evse)
                .filter(used -> used.transaction().isPresent() && talks(used));
        if (connector.isPresent() && profile.chargingProfilePurpose() == ChargingProfilePurpose.TX_PROFILE) {
            turn.say(new Entry(
                    new NotifyEVChargingScheduleRequest(
                            turn.now(), profile.chargingSchedule().get(0), evse),
                    false,
                    connector.get().number()));
        }
    }

    private static boolean talks(ConnectorState connector) {
        return TALKING.contains(connector.model().type())
                && connector
                        .plug()
                        .filter(plug -> plug.car().model().iso15118())
                        .isPresent();
    }

    private static DcChargingParameters parameters(Car car) {
        CarModel model = car.model();
        double capacityWh = model.batteryKwh() * 1000;
        double wanted = Math.max(0, car.targetSoc() - car.stateOfCharge()) / 100 * capacityWh;
        return new DcChargingParameters(
                (int) Math.round(model.dcMaxKw() * 1000 / model.packVoltsEmpty()),
                (int) Math.round(model.packVoltsFull()),
                Optional.of((int) Math.round(wanted)),
                Optional.of((int) Math.round(model.dcMaxKw() * 1000)),
                Optional.of((int) Math.round(car.stateOfCharge())),
                Optional.of((int) Math.round(capacityWh)),
                Optional.of(100),
                Optional.of(BULK));
    }
}
