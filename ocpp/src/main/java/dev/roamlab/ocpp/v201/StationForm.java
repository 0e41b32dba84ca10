package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.ChargingStationInfo;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** What a station is. The meter has no place here: it is in the device model. Spec: OCPP 2.0.1, ChargingStationType. */
record StationForm(
        @Max(25) Optional<String> serialNumber,
        @Max(20) String model,
        Optional<Modem> modem,
        @Max(50) String vendorName,
        @Max(50) Optional<String> firmwareVersion) {

    /** Its modem. Spec: OCPP 2.0.1, ModemType. */
    record Modem(@Max(20) Optional<String> iccid, @Max(20) Optional<String> imsi) {}

    static StationForm of(ChargingStationInfo station) {
        boolean wireless = station.iccid().isPresent() || station.imsi().isPresent();
        return new StationForm(
                station.serialNumber(),
                station.model(),
                wireless ? Optional.of(new Modem(station.iccid(), station.imsi())) : Optional.empty(),
                station.vendorName(),
                station.firmwareVersion());
    }

    ChargingStationInfo neutral() {
        return new ChargingStationInfo(
                model,
                vendorName,
                serialNumber,
                firmwareVersion,
                modem.flatMap(Modem::iccid),
                modem.flatMap(Modem::imsi),
                Optional.empty(),
                Optional.empty());
    }
}
