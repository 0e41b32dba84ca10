package dev.roamlab.ocpp.messages.charging;

/** What a car needs of alternating current. */
public record AcChargingParameters(int energyAmount, int evMinCurrent, int evMaxCurrent, int evMaxVoltage) {}
