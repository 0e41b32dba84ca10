package dev.roamlab.station.security;

/** What stations tell of their security, as either version calls it. Spec: OCPP 2.0.1 appendix 1; security whitepaper for OCPP 1.6, section 7. */
public enum SecurityEvent {
    FIRMWARE_UPDATED("FirmwareUpdated"),
    INVALID_CHARGING_STATION_CERTIFICATE("InvalidChargingStationCertificate", "InvalidChargePointCertificate"),
    INVALID_CSMS_CERTIFICATE("InvalidCsmsCertificate", "InvalidCentralSystemCertificate"),
    INVALID_FIRMWARE_SIGNATURE("InvalidFirmwareSignature"),
    RECONFIGURATION_OF_SECURITY_PARAMETERS("ReconfigurationOfSecurityParameters"),
    RESET_OR_REBOOT("ResetOrReboot"),
    STARTUP_OF_THE_DEVICE("StartupOfTheDevice");

    private final String name;
    private final String older;

    SecurityEvent(String name) {
        this(name, name);
    }

    SecurityEvent(String name, String older) {
        this.name = name;
        this.older = older;
    }

    /** How it is called where stations are called charging stations, and else. */
    public String wireName(boolean chargingStation) {
        return chargingStation ? name : older;
    }
}
