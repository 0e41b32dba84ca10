package dev.roamlab.ocpi.locations;

/** Socket or cable; a closed list. Spec: mod_locations_connectorformat_enum. */
public enum ConnectorFormat {
    SOCKET,
    CABLE
}
