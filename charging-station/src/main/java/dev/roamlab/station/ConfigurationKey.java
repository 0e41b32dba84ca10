package dev.roamlab.station;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration keys that a station knows, with their usual values: those of 1.6, under their names there, and those that
 * only the device model of 2.0.1 has. Where both mean the same, it is the same key. Spec: OCPP 1.6 section 9, OCPP 2.0.1
 * part 2 section 2.
 */
public enum ConfigurationKey {
    ALLOW_OFFLINE_TX_FOR_UNKNOWN_ID("AllowOfflineTxForUnknownId", "false", ValueRule.FLAG),
    AUTHORIZATION_CACHE_ENABLED("AuthorizationCacheEnabled", "true", ValueRule.FLAG),
    AUTHORIZE_REMOTE_TX_REQUESTS("AuthorizeRemoteTxRequests", "false", ValueRule.FLAG),
    CLOCK_ALIGNED_DATA_INTERVAL("ClockAlignedDataInterval", "0", ValueRule.WHOLE),
    CONNECTION_TIME_OUT("ConnectionTimeOut", "60", ValueRule.POSITIVE),
    CONNECTOR_PHASE_ROTATION("ConnectorPhaseRotation", "NotApplicable", ValueRule.TEXT),
    GET_CONFIGURATION_MAX_KEYS("GetConfigurationMaxKeys", "100", ValueRule.WHOLE, Access.READ_ONLY),
    HEARTBEAT_INTERVAL("HeartbeatInterval", "300", ValueRule.POSITIVE),
    LOCAL_AUTHORIZE_OFFLINE("LocalAuthorizeOffline", "true", ValueRule.FLAG),
    LOCAL_PRE_AUTHORIZE("LocalPreAuthorize", "false", ValueRule.FLAG),
    MAX_ENERGY_ON_INVALID_ID("MaxEnergyOnInvalidId", "0", ValueRule.WHOLE),
    METER_VALUE_SAMPLE_INTERVAL("MeterValueSampleInterval", "60", ValueRule.WHOLE),
    METER_VALUES_ALIGNED_DATA("MeterValuesAlignedData", "", ValueRule.MEASURANDS),
    METER_VALUES_SAMPLED_DATA(
            "MeterValuesSampledData",
            "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage,SoC",
            ValueRule.MEASURANDS),
    NUMBER_OF_CONNECTORS("NumberOfConnectors", "1", ValueRule.WHOLE, Access.READ_ONLY),
    RESERVE_CONNECTOR_ZERO_SUPPORTED("ReserveConnectorZeroSupported", "false", ValueRule.FLAG, Access.READ_ONLY),
    RESET_RETRIES("ResetRetries", "1", ValueRule.WHOLE),
    STOP_TRANSACTION_ON_EV_SIDE_DISCONNECT("StopTransactionOnEVSideDisconnect", "true", ValueRule.FLAG),
    STOP_TRANSACTION_ON_INVALID_ID("StopTransactionOnInvalidId", "true", ValueRule.FLAG),
    STOP_TXN_ALIGNED_DATA("StopTxnAlignedData", "", ValueRule.MEASURANDS),
    STOP_TXN_SAMPLED_DATA("StopTxnSampledData", "", ValueRule.MEASURANDS),
    SUPPORTED_FEATURE_PROFILES(
            "SupportedFeatureProfiles",
            "Core,FirmwareManagement,LocalAuthListManagement,RemoteTrigger,Reservation,SmartCharging",
            ValueRule.TEXT,
            Access.READ_ONLY),
    TRANSACTION_MESSAGE_ATTEMPTS("TransactionMessageAttempts", "3", ValueRule.POSITIVE),
    TRANSACTION_MESSAGE_RETRY_INTERVAL("TransactionMessageRetryInterval", "60", ValueRule.WHOLE),
    UNLOCK_CONNECTOR_ON_EV_SIDE_DISCONNECT("UnlockConnectorOnEVSideDisconnect", "true", ValueRule.FLAG),
    /** Takes effect after a reboot: the link reads it when it is made. */
    WEB_SOCKET_PING_INTERVAL("WebSocketPingInterval", "0", ValueRule.WHOLE, Access.AFTER_REBOOT),
    // Spec: OCPP 1.6 section 9.2, local authorisation list
    LOCAL_AUTH_LIST_ENABLED("LocalAuthListEnabled", "true", ValueRule.FLAG),
    LOCAL_AUTH_LIST_MAX_LENGTH("LocalAuthListMaxLength", "1000", ValueRule.WHOLE, Access.READ_ONLY),
    SEND_LOCAL_LIST_MAX_LENGTH("SendLocalListMaxLength", "100", ValueRule.WHOLE, Access.READ_ONLY),
    // Spec: OCPP 1.6 section 9.4, smart charging
    CHARGE_PROFILE_MAX_STACK_LEVEL("ChargeProfileMaxStackLevel", "10", ValueRule.WHOLE, Access.READ_ONLY),
    CHARGING_SCHEDULE_ALLOWED_CHARGING_RATE_UNIT(
            "ChargingScheduleAllowedChargingRateUnit", "Current,Power", ValueRule.TEXT, Access.READ_ONLY),
    CHARGING_SCHEDULE_MAX_PERIODS("ChargingScheduleMaxPeriods", "100", ValueRule.WHOLE, Access.READ_ONLY),
    CONNECTOR_SWITCH_3_TO_1_PHASE_SUPPORTED(
            "ConnectorSwitch3to1PhaseSupported", "false", ValueRule.FLAG, Access.READ_ONLY),
    MAX_CHARGING_PROFILES_INSTALLED("MaxChargingProfilesInstalled", "20", ValueRule.WHOLE, Access.READ_ONLY),
    // Firmware and diagnostics: what files travel by
    SUPPORTED_FILE_TRANSFER_PROTOCOLS("SupportedFileTransferProtocols", "HTTP,HTTPS", ValueRule.TEXT, Access.READ_ONLY),
    // Spec: security whitepaper for OCPP 1.6, section 5
    ADDITIONAL_ROOT_CERTIFICATE_CHECK("AdditionalRootCertificateCheck", "false", ValueRule.FLAG, Access.READ_ONLY),
    AUTHORIZATION_KEY("AuthorizationKey", "", ValueRule.PASSWORD, Access.WRITE_ONLY),
    CERTIFICATE_SIGNED_MAX_CHAIN_SIZE("CertificateSignedMaxChainSize", "10000", ValueRule.WHOLE, Access.READ_ONLY),
    CERTIFICATE_STORE_MAX_LENGTH("CertificateStoreMaxLength", "10", ValueRule.WHOLE, Access.READ_ONLY),
    CPO_NAME("CpoName", "", ValueRule.TEXT),
    SECURITY_PROFILE("SecurityProfile", "0", ValueRule.SECURITY_PROFILE),
    // What only the device model of OCPP 2.0.1 knows, named after component and variable
    ALIGNED_TX_ENDED_INTERVAL("AlignedDataCtrlr.TxEndedInterval", "0", ValueRule.WHOLE, Access.READ_ONLY),
    AUTH_CACHE_DISABLE_POST_AUTHORIZE("AuthCacheCtrlr.DisablePostAuthorize", "false", ValueRule.FLAG),
    AUTH_CACHE_LIFE_TIME("AuthCacheCtrlr.LifeTime", "0", ValueRule.WHOLE, Access.READ_ONLY),
    AUTH_DISABLE_REMOTE_AUTHORIZATION("AuthCtrlr.DisableRemoteAuthorization", "false", ValueRule.FLAG),
    CURRENCY("TariffCostCtrlr.Currency", "EUR", ValueRule.TEXT),
    DISPLAY_MESSAGES_ENABLED("DisplayMessageCtrlr.Enabled", "true", ValueRule.FLAG),
    LOCAL_LIST_DISABLE_POST_AUTHORIZE("LocalAuthListCtrlr.DisablePostAuthorize", "false", ValueRule.FLAG),
    MASTER_PASS_GROUP_ID("AuthCtrlr.MasterPassGroupId", "", ValueRule.TEXT),
    MONITORING_ENABLED("MonitoringCtrlr.Enabled", "true", ValueRule.FLAG),
    NETWORK_CONFIGURATION_PRIORITY("OCPPCommCtrlr.NetworkConfigurationPriority", "1", ValueRule.TEXT, Access.READ_ONLY),
    NETWORK_PROFILE_CONNECTION_ATTEMPTS(
            "OCPPCommCtrlr.NetworkProfileConnectionAttempts", "3", ValueRule.POSITIVE, Access.READ_ONLY),
    OFFLINE_THRESHOLD("OCPPCommCtrlr.OfflineThreshold", "0", ValueRule.WHOLE, Access.READ_ONLY),
    SAMPLED_TX_ENDED_INTERVAL("SampledDataCtrlr.TxEndedInterval", "0", ValueRule.WHOLE),
    SAMPLED_TX_STARTED_MEASURANDS(
            "SampledDataCtrlr.TxStartedMeasurands", "Energy.Active.Import.Register", ValueRule.MEASURANDS),
    TARIFF_FALLBACK_MESSAGE("TariffCostCtrlr.TariffFallbackMessage", "", ValueRule.TEXT),
    TIME_ZONE("ClockCtrlr.TimeZone", "Etc/UTC", ValueRule.TEXT),
    TOTAL_COST_FALLBACK_MESSAGE("TariffCostCtrlr.TotalCostFallbackMessage", "", ValueRule.TEXT),
    TX_START_POINT("TxCtrlr.TxStartPoint", "PowerPathClosed", ValueRule.TX_POINTS),
    TX_STOP_POINT("TxCtrlr.TxStopPoint", "EVConnected,Authorized", ValueRule.TX_POINTS);

    private final String wireName;
    private final String usual;
    private final ValueRule rule;
    private final Access access;

    ConfigurationKey(String wireName, String usual, ValueRule rule) {
        this(wireName, usual, rule, Access.READ_WRITE);
    }

    ConfigurationKey(String wireName, String usual, ValueRule rule, Access access) {
        this.wireName = wireName;
        this.usual = usual;
        this.rule = rule;
        this.access = access;
    }

    /** The key with this name, in any case. */
    public static Optional<ConfigurationKey> named(String wireName) {
        return Optional.ofNullable(ByName.KEYS.get(wireName.toLowerCase(Locale.ROOT)));
    }

    /** How 1.6 spells it; component and variable, with a dot, where only 2.0.1 has it. */
    public String wireName() {
        return wireName;
    }

    /** Whether 1.6 has it. */
    public boolean inOcpp16() {
        return wireName.indexOf('.') < 0;
    }

    /** Whether a CSMS cannot change it. */
    public boolean readOnly() {
        return access == Access.READ_ONLY;
    }

    /** Whether a CSMS cannot see it: a secret. */
    public boolean writeOnly() {
        return access == Access.WRITE_ONLY;
    }

    /** What it takes. */
    public ValueRule rule() {
        return rule;
    }

    String usual() {
        return usual;
    }

    boolean afterReboot() {
        return access == Access.AFTER_REBOOT;
    }

    boolean accepts(String value) {
        return !readOnly() && rule.accepts(value);
    }

    /** What a CSMS may do to it. */
    private enum Access {
        READ_WRITE,
        READ_ONLY,
        WRITE_ONLY,
        AFTER_REBOOT
    }

    private static final class ByName {
        private static final Map<String, ConfigurationKey> KEYS = Stream.of(values())
                .collect(Collectors.toUnmodifiableMap(key -> key.wireName.toLowerCase(Locale.ROOT), key -> key));
    }
}
