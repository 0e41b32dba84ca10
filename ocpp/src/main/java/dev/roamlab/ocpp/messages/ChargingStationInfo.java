package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * What a station is. Spec: OCPP 2.0.1 ChargingStationType, with what 1.6 says of modem and meter.
 *
 * @param iccid of the SIM card
 * @param imsi of the SIM card
 */
@OcppRecord
public record ChargingStationInfo(
        String model,
        String vendorName,
        Optional<String> serialNumber,
        Optional<String> firmwareVersion,
        Optional<String> iccid,
        Optional<String> imsi,
        Optional<String> meterType,
        Optional<String> meterSerialNumber) {}
