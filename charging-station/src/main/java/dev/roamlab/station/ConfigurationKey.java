package dev.roamlab.station;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The configuration keys that a station knows, with their usual values. Spec: OCPP 1.6 section 9. */
public enum ConfigurationKey {
    ALLOW_OFFLINE_TX_FOR_UNKNOWN_ID("AllowOfflineTxForUnknownId", "false", Kind.FLAG),
    AUTHORIZATION_CACHE_ENABLED("AuthorizationCacheEnabled", "true", Kind.FLAG),
    AUTHORIZE_REMOTE_TX_REQUESTS("AuthorizeRemoteTxRequests", "false", Kind.FLAG),
    CLOCK_ALIGNED_DATA_INTERVAL("ClockAlignedDataInterval", "0", Kind.READ_ONLY),
    CONNECTION_TIME_OUT("ConnectionTimeOut", "60", Kind.POSITIVE),
    CONNECTOR_PHASE_ROTATION("ConnectorPhaseRotation", "NotApplicable", Kind.TEXT),
    GET_CONFIGURATION_MAX_KEYS("GetConfigurationMaxKeys", "100", Kind.READ_ONLY),
    HEARTBEAT_INTERVAL("HeartbeatInterval", "300", Kind.POSITIVE),
    LOCAL_AUTHORIZE_OFFLINE("LocalAuthorizeOffline", "true", Kind.FLAG),
    LOCAL_PRE_AUTHORIZE("LocalPreAuthorize", "false", Kind.FLAG),
    METER_VALUE_SAMPLE_INTERVAL("MeterValueSampleInterval", "60", Kind.WHOLE),
    METER_VALUES_ALIGNED_DATA("MeterValuesAlignedData", "", Kind.READ_ONLY),
    METER_VALUES_SAMPLED_DATA(
            "MeterValuesSampledData",
            "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage,SoC",
            Kind.MEASURANDS),
    NUMBER_OF_CONNECTORS("NumberOfConnectors", "1", Kind.READ_ONLY),
    RESERVE_CONNECTOR_ZERO_SUPPORTED("ReserveConnectorZeroSupported", "false", Kind.READ_ONLY),
    RESET_RETRIES("ResetRetries", "1", Kind.WHOLE),
    STOP_TRANSACTION_ON_EV_SIDE_DISCONNECT("StopTransactionOnEVSideDisconnect", "true", Kind.FLAG),
    STOP_TRANSACTION_ON_INVALID_ID("StopTransactionOnInvalidId", "true", Kind.FLAG),
    STOP_TXN_ALIGNED_DATA("StopTxnAlignedData", "", Kind.READ_ONLY),
    STOP_TXN_SAMPLED_DATA("StopTxnSampledData", "", Kind.READ_ONLY),
    SUPPORTED_FEATURE_PROFILES("SupportedFeatureProfiles", "Core,RemoteTrigger,Reservation", Kind.READ_ONLY),
    TRANSACTION_MESSAGE_ATTEMPTS("TransactionMessageAttempts", "3", Kind.POSITIVE),
    TRANSACTION_MESSAGE_RETRY_INTERVAL("TransactionMessageRetryInterval", "60", Kind.WHOLE),
    UNLOCK_CONNECTOR_ON_EV_SIDE_DISCONNECT("UnlockConnectorOnEVSideDisconnect", "true", Kind.FLAG),
    /** Takes effect after a reboot: the link reads it when it is made. */
    WEB_SOCKET_PING_INTERVAL("WebSocketPingInterval", "0", Kind.AFTER_REBOOT);

    private final String wireName;
    private final String usual;
    private final Kind kind;

    ConfigurationKey(String wireName, String usual, Kind kind) {
        this.wireName = wireName;
        this.usual = usual;
        this.kind = kind;
    }

    /** The key with this name on the wire, in any case. */
    public static Optional<ConfigurationKey> named(String wireName) {
        return Stream.of(values())
                .filter(key -> key.wireName.equalsIgnoreCase(wireName))
                .findFirst();
    }

    /** How the wire spells it. */
    public String wireName() {
        return wireName;
    }

    /** Whether a CSMS cannot change it. */
    public boolean readOnly() {
        return kind == Kind.READ_ONLY;
    }

    String usual() {
        return usual;
    }

    boolean afterReboot() {
        return kind == Kind.AFTER_REBOOT;
    }

    boolean accepts(String value) {
        return kind.rule.test(value);
    }

    /** What values a key takes. */
    private enum Kind {
        FLAG(value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")),
        WHOLE(Kind::isWhole),
        POSITIVE(value -> isWhole(value) && Integer.parseInt(value) > 0),
        MEASURANDS(Kind::areMeasurands),
        TEXT(value -> value.length() <= 500),
        AFTER_REBOOT(Kind::isWhole),
        READ_ONLY(value -> false);

        private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,8}");
        private final Predicate<String> rule;

        Kind(Predicate<String> rule) {
            this.rule = rule;
        }

        private static boolean isWhole(String value) {
            return WHOLE_NUMBER.matcher(value).matches();
        }

        private static boolean areMeasurands(String value) {
            return value.isEmpty()
                    || Stream.of(value.split(",", -1)).allMatch(name -> SUPPORTED_MEASURANDS.contains(name.strip()));
        }
    }

    private static final java.util.Set<String> SUPPORTED_MEASURANDS = java.util.Set.of(
            "Energy.Active.Import.Register", "Power.Active.Import", "Current.Import", "Voltage", "SoC");
}
