package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.payload.Wire;

/** How a car takes energy. */
public enum EnergyTransferMode {
    @Wire("DC")
    DC,
    @Wire("AC_single_phase")
    AC_SINGLE_PHASE,
    @Wire("AC_two_phase")
    AC_TWO_PHASE,
    @Wire("AC_three_phase")
    AC_THREE_PHASE
}
