package dev.roamlab.ocpp.messages.charging;

import java.time.Instant;
import java.util.Optional;

/** What a car needs. */
public record ChargingNeeds(
        Optional<AcChargingParameters> acChargingParameters,
        Optional<DcChargingParameters> dcChargingParameters,
        EnergyTransferMode requestedEnergyTransfer,
        Optional<Instant> departureTime) {}
