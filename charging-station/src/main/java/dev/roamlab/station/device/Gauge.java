package dev.roamlab.station.device;

/** A value that is read from the station when somebody asks. */
public enum Gauge {
    AVAILABILITY_STATE,
    CACHED_TOKENS,
    DATE_TIME,
    DISPLAY_MESSAGES,
    /** Whether it is in service. */
    ENABLED,
    ENERGY_REGISTER,
    FIRMWARE_VERSION,
    IDENTITY,
    LOCAL_LIST_ENTRIES,
    MONITORING_BASE,
    MONITORING_LEVEL,
    NETWORK_PROFILE,
    POWER,
    PROBLEM,
    RATE_UNITS,
    SERIAL_NUMBER,
    STATE_OF_CHARGE
}
