package dev.roamlab.station.models;

/** Plugs and sockets of the models in the catalogue, in OCPI's words. Spec: mod_locations_connectortype_enum. */
public enum ConnectorType {
    CHADEMO,
    DOMESTIC_F,
    GBT_DC,
    IEC_62196_T1,
    IEC_62196_T1_COMBO,
    IEC_62196_T2,
    IEC_62196_T2_COMBO,
    IEC_62196_T3C,
    IEC_60309_2_three_32,
    MCS,
    SAE_J3400
}
