package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.payload.AtMost;
import java.util.Optional;

/** What a car needs of direct current. */
@OcppRecord
public record DcChargingParameters(
        int evMaxCurrent,
        int evMaxVoltage,
        Optional<Integer> energyAmount,
        Optional<Integer> evMaxPower,
        @AtLeast(0) @AtMost(100) Optional<Integer> stateOfCharge,
        Optional<Integer> evEnergyCapacity,
        @AtLeast(0) @AtMost(100) Optional<Integer> fullSoC,
        @AtLeast(0) @AtMost(100) Optional<Integer> bulkSoC) {}
