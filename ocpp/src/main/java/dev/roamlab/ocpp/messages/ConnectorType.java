package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Wire;

/** What kind of plug or socket. */
public enum ConnectorType {
    @Wire("cCCS1")
    C_CCS1,
    @Wire("cCCS2")
    C_CCS2,
    @Wire("cG105")
    C_G105,
    @Wire("cTesla")
    C_TESLA,
    @Wire("cType1")
    C_TYPE1,
    @Wire("cType2")
    C_TYPE2,
    @Wire("s309-1P-16A")
    S309_1_P_16_A,
    @Wire("s309-1P-32A")
    S309_1_P_32_A,
    @Wire("s309-3P-16A")
    S309_3_P_16_A,
    @Wire("s309-3P-32A")
    S309_3_P_32_A,
    @Wire("sBS1361")
    S_BS1361,
    @Wire("sCEE-7-7")
    S_CEE_7_7,
    @Wire("sType2")
    S_TYPE2,
    @Wire("sType3")
    S_TYPE3,
    OTHER1_PH_MAX16_A,
    OTHER1_PH_OVER16_A,
    OTHER3_PH,
    PAN,
    @Wire("wInductive")
    W_INDUCTIVE,
    @Wire("wResonant")
    W_RESONANT,
    UNDETERMINED,
    UNKNOWN
}
