package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.payload.Wire;

/** What kind of tunnel. */
public enum VpnType {
    @Wire("IKEv2")
    IK_EV2,
    @Wire("IPSec")
    IP_SEC,
    @Wire("L2TP")
    L2_TP,
    @Wire("PPTP")
    PPTP
}
